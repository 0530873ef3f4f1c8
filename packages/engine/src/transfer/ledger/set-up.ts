import type { ClientBase, Pool } from 'pg';

/**
 * What the target knows of migrations into it. `created`, `types` and `filled` are object ids, not names: what somebody
 * else makes under a name later is not the run's. A chunk's entry is written by the transaction that writes its rows.
 */
const tables = `
  CREATE SCHEMA IF NOT EXISTS fluxion_transfer;
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
    ADD COLUMN IF NOT EXISTS plan text NOT NULL DEFAULT '',
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

/** Makes the ledger's tables where they are not. */
export async function setUpLedger(client: ClientBase): Promise<void> {
  await client.query(`SET client_min_messages = warning; ${tables}; RESET client_min_messages`);
}

/** True if migrations into this database have left a ledger of this form. */
export async function hasLedger(database: ClientBase | Pool): Promise<boolean> {
  const { rows } = await database.query<{ there: boolean }>(
    `SELECT to_regclass('fluxion_transfer.origin') IS NOT NULL AS there`,
  );
  return rows[0]?.there === true;
}
