import { DatabaseError, type ClientBase, type Pool } from 'pg';
import { FluxionError } from '../../base/index.ts';

/**
 * What the target knows of migrations into it. `created`, `types` and `filled` are object ids, not names: what somebody
 * else makes under a name later is not the run's. A chunk's entry is written by the transaction that writes its rows.
 */
const tables = `
  DO $$ BEGIN IF to_regnamespace('fluxion_transfer') IS NULL THEN CREATE SCHEMA fluxion_transfer; END IF; END $$;
  CREATE TABLE IF NOT EXISTS fluxion_transfer.run (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source text NOT NULL,
    fingerprint text NOT NULL,
    filled oid[] NOT NULL,
    created oid[] NOT NULL DEFAULT '{}',
    started timestamptz NOT NULL DEFAULT now(),
    finished timestamptz,
    proven timestamptz,
    outcome text CHECK (outcome IN ('done', 'undone'))
  );
  ALTER TABLE fluxion_transfer.run
    ADD COLUMN IF NOT EXISTS types oid[] NOT NULL DEFAULT '{}',
    ADD COLUMN IF NOT EXISTS plan text NOT NULL DEFAULT '{}',
    ADD COLUMN IF NOT EXISTS on_loss text NOT NULL DEFAULT 'fail',
    ADD COLUMN IF NOT EXISTS disposable boolean NOT NULL DEFAULT false;
  CREATE TABLE IF NOT EXISTS fluxion_transfer.chunk (
    run bigint NOT NULL REFERENCES fluxion_transfer.run ON DELETE CASCADE,
    target text NOT NULL,
    chunk text NOT NULL,
    rows bigint NOT NULL,
    digest text,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (run, target, chunk)
  );
  CREATE TABLE IF NOT EXISTS fluxion_transfer.object (
    run bigint NOT NULL REFERENCES fluxion_transfer.run ON DELETE CASCADE,
    statement text NOT NULL,
    refusal text,
    PRIMARY KEY (run, statement)
  );
  CREATE TABLE IF NOT EXISTS fluxion_transfer.origin (
    relation oid NOT NULL,
    attnum int2 NOT NULL,
    duck_type text NOT NULL,
    PRIMARY KEY (relation, attnum)
  );`;

const lacksRights = '42501';

/** A role or a server that only reads. */
const readsOnly = '25006';

/** Makes the ledger's tables where they are not. @throws FluxionError DATABASE_UNSUITABLE if the role may not */
export async function setUpLedger(client: ClientBase): Promise<void> {
  try {
    await client.query(`SET client_min_messages = warning; ${tables}; RESET client_min_messages`);
  } catch (error) {
    if (!(error instanceof DatabaseError) || ![lacksRights, readsOnly].includes(error.code ?? '')) throw error;
    const grant = 'Grant the role CREATE on the database, or make it the owner of a schema of that name.';
    const message = `The ledger of migrations, the schema fluxion_transfer, cannot be made or changed: ${error.message}. Nothing was written.${error.code === lacksRights ? ` ${grant}` : ''}`;
    throw new FluxionError('DATABASE_UNSUITABLE', message, { cause: error });
  }
}

/** True if migrations into this database have left a ledger of this form. */
export async function hasLedger(database: ClientBase | Pool): Promise<boolean> {
  const { rows } = await database.query<{ there: boolean }>(
    `SELECT to_regclass('fluxion_transfer.origin') IS NOT NULL AS there`,
  );
  return rows[0]?.there === true;
}
