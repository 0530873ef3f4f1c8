import { fileURLToPath } from 'node:url';
import { DatabaseError, type Pool } from 'pg';
import { FluxionError } from '../../base/index.ts';
import { migrateSchema, withTransaction } from '../../postgres/index.ts';

/** From src/mirror/notes and from dist/mirror/notes alike. */
const directory = fileURLToPath(new URL('../../../sql/mirror', import.meta.url));

/** Who installs at the same time waits for each other. */
const lockSql = `SELECT pg_advisory_xact_lock(hashtextextended('fluxion_mirror.history', 0))`;

/** Notes and promises of another database than this one, as after a dump was restored, are worth nothing here. */
const beginAnewSql = `
  WITH other AS (
    DELETE FROM fluxion_mirror.history WHERE database <> fluxion_mirror.this_database() RETURNING 1),
  notes AS (DELETE FROM fluxion_mirror.notes WHERE EXISTS (SELECT FROM other)),
  mirrors AS (DELETE FROM fluxion_mirror.mirrors WHERE EXISTS (SELECT FROM other))
  SELECT FROM other`;

const beginSql = `
  INSERT INTO fluxion_mirror.history (database, horizon)
  SELECT fluxion_mirror.this_database(), pg_snapshot_xmin(pg_current_snapshot())
  WHERE NOT EXISTS (SELECT FROM fluxion_mirror.history)`;

/** PostgreSQL's: it is a standby, or was told to write nothing; the role lacks a right. */
const refusals: Readonly<Record<string, string>> = {
  '55000': 'The server is a standby, and a mirror notes changes: give it the address of the primary server.',
  '25006':
    'The server writes nothing (it is a standby, or default_transaction_read_only is on), and a mirror notes changes.',
  '42501':
    'The role may not keep the notes of a mirror: grant it CREATE on the database, or make it the owner of the schema fluxion_mirror and all that is in it.',
};

/** The refusal in one sentence, if it is one that a person must settle. */
export function explained(error: unknown): unknown {
  const cause = error instanceof FluxionError ? error.cause : error;
  const sentence = cause instanceof DatabaseError ? refusals[cause.code ?? ''] : undefined;
  return sentence === undefined ? error : new FluxionError('DATABASE_UNSUITABLE', sentence, { cause: error });
}

/**
 * Makes the schema `fluxion_mirror` or brings it up to date. Notes of another database are removed, as after a dump has
 * been restored: their transaction ids mean nothing in this one, whose history begins anew.
 * @throws FluxionError DATABASE_UNSUITABLE on a standby, without rights, or if a newer program made the schema
 */
export async function installNotes(pool: Pool): Promise<void> {
  try {
    await migrateSchema(pool, { directory, schema: 'fluxion_mirror' });
    await withTransaction(pool, async (client) => {
      await client.query(lockSql);
      await client.query(beginAnewSql);
      await client.query(beginSql);
    });
  } catch (error) {
    throw explained(error);
  }
}
