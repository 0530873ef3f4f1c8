import type { ClientBase, Pool } from 'pg';
import type { OnLoss } from '../options.ts';
import { hasLedger } from './set-up.ts';

/** What a run says of itself before it writes. */
export interface RunStart {
  /** The file's path. */
  readonly source: string;
  readonly fingerprint: string;
  /** What is decided for every table, as `planDigest` writes it: a run can go on only with the same. */
  readonly plan: string;
  readonly onLoss: OnLoss;
  readonly disposable: boolean;
  /** Quoted names of the tables that it fills; they are there, and empty. */
  readonly filled: readonly string[];
}

/** A migration as the ledger has it. */
export interface Run {
  readonly id: string;
  readonly source: string;
  readonly fingerprint: string;
  readonly plan: string;
  readonly onLoss: OnLoss;
  readonly disposable: boolean;
  /** PostgreSQL's text of the instant, in the session's zone; null: it has not come to its end. */
  readonly finished: string | null;
}

/** Notes what is about to be written, before anything is. @returns the run's id */
export async function beginRun(client: ClientBase, start: RunStart): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO fluxion_transfer.run (source, fingerprint, plan, on_loss, disposable, filled)
     VALUES ($1, $2, $3, $4, $5, (SELECT coalesce(array_agg(to_regclass(name)::oid), '{}') FROM unnest($6::text[]) AS names(name)))
     RETURNING id`,
    [start.source, start.fingerprint, start.plan, start.onLoss, start.disposable, start.filled],
  );
  return rows[0]?.id ?? '';
}

/** Notes that a run goes on. */
export async function reopenRun(client: ClientBase, run: string): Promise<void> {
  await client.query(`UPDATE fluxion_transfer.run SET outcome = NULL, finished = NULL, proven = NULL WHERE id = $1`, [
    run,
  ]);
}

/** Notes the state of the file that all of a run's chunks are of. To be called within the transaction that makes it so. */
export async function noteFingerprint(client: ClientBase, run: string, fingerprint: string): Promise<void> {
  await client.query('UPDATE fluxion_transfer.run SET fingerprint = $2 WHERE id = $1', [run, fingerprint]);
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

/** Notes types that the current transaction has made for the run. */
export async function noteTypes(client: ClientBase, run: string, quotedNames: readonly string[]): Promise<void> {
  await client.query(
    `UPDATE fluxion_transfer.run
     SET types = types || (SELECT coalesce(array_agg(to_regtype(name)::oid), '{}') FROM unnest($2::text[]) AS names(name))
     WHERE id = $1`,
    [run, quotedNames],
  );
}

export async function finishRun(client: ClientBase, run: string): Promise<void> {
  await client.query(`UPDATE fluxion_transfer.run SET outcome = 'done', finished = now() WHERE id = $1`, [run]);
}

const runColumns = `id, source, fingerprint, plan, on_loss AS "onLoss", disposable, finished::text`;

/** The runs that neither came to their end nor were taken back, the latest first. */
export async function unfinishedRuns(database: ClientBase | Pool): Promise<Run[]> {
  if (!(await hasLedger(database))) return [];
  const { rows } = await database.query<Run>(
    `SELECT ${runColumns} FROM fluxion_transfer.run WHERE outcome IS NULL ORDER BY fluxion_transfer.run.id DESC`,
  );
  return rows;
}

/** True of a run while no later one has filled the same tables, for which their rows had to go. */
const isCurrent = `NOT EXISTS (SELECT FROM fluxion_transfer.run AS later
  WHERE later.id > fluxion_transfer.run.id AND later.filled && fluxion_transfer.run.filled)`;

/**
 * The last migration into the target that came to its end, and whose rows are still there; of a file of that fingerprint or
 * at that path, if given.
 */
export async function lastDone(
  database: ClientBase | Pool,
  { fingerprint, source }: Partial<Pick<Run, 'fingerprint' | 'source'>>,
): Promise<Run | undefined> {
  if (!(await hasLedger(database))) return undefined;
  const { rows } = await database.query<Run>(
    `SELECT ${runColumns} FROM fluxion_transfer.run
     WHERE outcome = 'done' AND fingerprint = coalesce($1, fingerprint) AND source = coalesce($2, source) AND ${isCurrent}
     ORDER BY fluxion_transfer.run.id DESC LIMIT 1`,
    [fingerprint ?? null, source ?? null],
  );
  return rows[0];
}

/** A migration that came to its end. */
export interface CompletedRun {
  readonly id: string;
  /** PostgreSQL's text of the instant, in the session's zone. */
  readonly finished: string;
  /** A comparison of both sides has found them equal since. */
  readonly proven: boolean;
}

/** The last migration into the target of a file of this fingerprint that came to its end and has not been replaced, or undefined. */
export async function completedRun(pool: Pool, fingerprint: string): Promise<CompletedRun | undefined> {
  if (!(await hasLedger(pool))) return undefined;
  const { rows } = await pool.query<CompletedRun>(
    `SELECT id, finished::text, proven IS NOT NULL AS proven FROM fluxion_transfer.run
     WHERE fingerprint = $1 AND outcome = 'done' AND ${isCurrent} ORDER BY fluxion_transfer.run.id DESC LIMIT 1`,
    [fingerprint],
  );
  return rows[0];
}

/** Notes that what a migration brought has been compared and found equal. */
export async function markProven(database: ClientBase | Pool, run: Pick<CompletedRun, 'id'>): Promise<void> {
  await database.query('UPDATE fluxion_transfer.run SET proven = now() WHERE id = $1', [run.id]);
}
