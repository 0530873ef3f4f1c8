import type { ClientBase, Pool } from 'pg';
import { FluxionError, quoteQualified } from '../../base/index.ts';

/** What one migration writes, kept in the target so that one that died can be undone by the next. */
export interface LedgerObject {
  readonly kind: 'table' | 'sequence' | 'view';
  readonly schema: string;
  readonly name: string;
  /** `create`: the run makes it; `fill`: it was there, empty. */
  readonly action: 'create' | 'fill';
}

/** A session lock's key; it tells a migration that runs from one that died. */
const lockKey = `hashtextextended('fluxion_transfer', 0)`;

const setUp = `
  CREATE SCHEMA IF NOT EXISTS fluxion_transfer;
  CREATE TABLE IF NOT EXISTS fluxion_transfer.run (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source text NOT NULL,
    fingerprint text NOT NULL,
    objects jsonb NOT NULL,
    started timestamptz NOT NULL DEFAULT now(),
    finished timestamptz,
    proven timestamptz,
    outcome text CHECK (outcome IN ('done', 'undone'))
  );`;

/**
 * Makes this session the only migration of the target, and undoes what an earlier one left half done.
 * @returns the tables that were emptied or dropped
 * @throws FluxionError DATABASE_UNSUITABLE while another migration runs
 */
export async function claimTarget(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ held: boolean }>(`SELECT pg_try_advisory_lock(${lockKey}) AS held`);
  if (rows[0]?.held !== true)
    throw new FluxionError(
      'DATABASE_UNSUITABLE',
      'Another migration into this database is running. Wait for it to end, or stop it.',
    );
  if (!(await hasLedger(client))) return [];
  const { rows: unfinished } = await client.query<{ id: string; objects: LedgerObject[] }>(
    'SELECT id, objects FROM fluxion_transfer.run WHERE outcome IS NULL ORDER BY id DESC',
  );
  const undone: string[] = [];
  for (const run of unfinished) undone.push(...(await undo(client, run.id, run.objects)));
  return undone;
}

async function hasLedger(database: ClientBase | Pool): Promise<boolean> {
  const { rows } = await database.query<{ there: boolean }>(
    `SELECT to_regclass('fluxion_transfer.run') IS NOT NULL AS there`,
  );
  return rows[0]?.there === true;
}

/** Notes what is about to be written, before anything is. */
export async function beginRun(
  client: ClientBase,
  source: string,
  fingerprint: string,
  objects: readonly LedgerObject[],
): Promise<string> {
  await client.query(setUp);
  const { rows } = await client.query<{ id: string }>(
    'INSERT INTO fluxion_transfer.run (source, fingerprint, objects) VALUES ($1, $2, $3) RETURNING id',
    [source, fingerprint, JSON.stringify(objects)],
  );
  return rows[0]?.id ?? '';
}

export async function finishRun(client: ClientBase, id: string): Promise<void> {
  await client.query(`UPDATE fluxion_transfer.run SET outcome = 'done', finished = now() WHERE id = $1`, [id]);
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

/** Takes back what a run wrote: what it created is dropped, the tables it filled are emptied. Gives the tables' names. */
export async function undo(client: ClientBase, id: string, objects: readonly LedgerObject[]): Promise<string[]> {
  await client.query('BEGIN');
  try {
    const there = await present(client, objects);
    const named = (kind: LedgerObject['kind'], action: LedgerObject['action']) =>
      there
        .filter((object) => object.kind === kind && object.action === action)
        .map(({ schema, name }) => quoteQualified(schema, name));
    for (const view of named('view', 'create')) await client.query(`DROP VIEW IF EXISTS ${view} CASCADE`);
    const filled = named('table', 'fill');
    if (filled.length > 0) await empty(client, filled);
    for (const table of named('table', 'create')) await client.query(`DROP TABLE ${table} CASCADE`);
    for (const sequence of named('sequence', 'create')) await client.query(`DROP SEQUENCE ${sequence}`);
    await client.query(`UPDATE fluxion_transfer.run SET outcome = 'undone', finished = now() WHERE id = $1`, [id]);
    await client.query('COMMIT');
    return there.filter(({ kind }) => kind === 'table').map(({ name }) => name);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

async function present(client: ClientBase, objects: readonly LedgerObject[]): Promise<LedgerObject[]> {
  const { rows } = await client.query<{ there: boolean }>(
    'SELECT to_regclass(t) IS NOT NULL AS there FROM unnest($1::text[]) WITH ORDINALITY u(t, i) ORDER BY i',
    [objects.map(({ schema, name }) => quoteQualified(schema, name))],
  );
  return objects.filter((_, index) => rows[index]?.there === true);
}

/**
 * Empties tables. TRUNCATE wants every table that refers to them on its list: those may be listed only while they are
 * empty themselves; else the rows are deleted.
 */
async function empty(client: ClientBase, filled: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `WITH RECURSIVE referring(oid) AS (
       SELECT conrelid FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND confrelid = ANY($1::regclass[])
       UNION SELECT c.conrelid FROM pg_constraint c JOIN referring r ON c.confrelid = r.oid WHERE c.contype = 'f' AND c.conparentid = 0)
     SELECT DISTINCT oid::regclass::text AS name FROM referring WHERE oid <> ALL($1::regclass[]::oid[])`,
    [filled],
  );
  const others = rows.map(({ name }) => name);
  const occupied = await Promise.all(
    others.map(
      async (name) =>
        (await client.query<{ any: boolean }>(`SELECT EXISTS (SELECT FROM ${name}) AS any`)).rows[0]?.any === true,
    ),
  );
  if (occupied.includes(true)) for (const name of filled.toReversed()) await client.query(`DELETE FROM ${name}`);
  else await client.query(`TRUNCATE ${[...filled, ...others].join(', ')}`);
}
