import type { ClientBase, Pool } from 'pg';

/** What a run says of itself before it writes. */
export interface RunStart {
  readonly source: string;
  readonly fingerprint: string;
  /** Quoted names of the tables that it fills; they are there, and empty. */
  readonly filled: readonly string[];
}

/**
 * `created` and `filled` are object ids, not names: what somebody else makes under a name later is not the run's.
 * `stream` has the transactions that copied rows, each written by that transaction itself.
 */
const setUp = `
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
  CREATE TABLE IF NOT EXISTS fluxion_transfer.stream (
    run bigint NOT NULL REFERENCES fluxion_transfer.run ON DELETE CASCADE,
    xid xid8 NOT NULL,
    PRIMARY KEY (run, xid)
  );`;

/** Notes what is about to be written, before anything is. @returns the run's id */
export async function beginRun(client: ClientBase, { source, fingerprint, filled }: RunStart): Promise<string> {
  await client.query(setUp);
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO fluxion_transfer.run (source, fingerprint, filled)
     VALUES ($1, $2, (SELECT coalesce(array_agg(to_regclass(name)::oid), '{}') FROM unnest($3::text[]) AS names(name)))
     RETURNING id`,
    [source, fingerprint, filled],
  );
  return rows[0]?.id ?? '';
}

/** Notes relations that the current transaction has made for the run. */
export async function noteCreated(client: ClientBase, run: string, quotedNames: readonly string[]): Promise<void> {
  await client.query(
    `UPDATE fluxion_transfer.run
     SET created = created || (SELECT coalesce(array_agg(to_regclass(name)::oid), '{}') FROM unnest($2::text[]) AS names(name))
     WHERE id = $1`,
    [run, quotedNames],
  );
}

/** Notes that the current transaction copies rows for the run. */
export async function noteStream(client: ClientBase, run: string): Promise<void> {
  await client.query('INSERT INTO fluxion_transfer.stream (run, xid) VALUES ($1, pg_current_xact_id())', [run]);
}

export async function finishRun(client: ClientBase, run: string): Promise<void> {
  await client.query(`UPDATE fluxion_transfer.run SET outcome = 'done', finished = now() WHERE id = $1`, [run]);
}

/** The runs that neither came to their end nor were taken back, the latest first. */
export async function unfinishedRuns(database: ClientBase | Pool): Promise<string[]> {
  if (!(await hasLedger(database))) return [];
  const { rows } = await database.query<{ id: string }>(
    'SELECT id FROM fluxion_transfer.run WHERE outcome IS NULL ORDER BY fluxion_transfer.run.id DESC',
  );
  return rows.map(({ id }) => id);
}

async function hasLedger(database: ClientBase | Pool): Promise<boolean> {
  const { rows } = await database.query<{ there: boolean }>(
    `SELECT to_regclass('fluxion_transfer.run') IS NOT NULL AS there`,
  );
  return rows[0]?.there === true;
}

/** A migration that came to its end. */
export interface CompletedRun {
  readonly id: string;
  /** PostgreSQL's text of the instant, in the session's zone. */
  readonly finished: string;
  /** A comparison of both sides has found them equal since. */
  readonly proven: boolean;
}

/** The last migration into the target of a file of this fingerprint that came to its end, or undefined. */
export async function completedRun(pool: Pool, fingerprint: string): Promise<CompletedRun | undefined> {
  if (!(await hasLedger(pool))) return undefined;
  const { rows } = await pool.query<CompletedRun>(
    `SELECT id, finished::text, proven IS NOT NULL AS proven FROM fluxion_transfer.run
     WHERE fingerprint = $1 AND outcome = 'done' ORDER BY fluxion_transfer.run.id DESC LIMIT 1`,
    [fingerprint],
  );
  return rows[0];
}

/** Notes that what a migration brought has been compared and found equal. */
export async function markProven(pool: Pool, run: CompletedRun): Promise<void> {
  await pool.query('UPDATE fluxion_transfer.run SET proven = now() WHERE id = $1', [run.id]);
}
