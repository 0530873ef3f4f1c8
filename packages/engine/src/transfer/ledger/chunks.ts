import type { ClientBase } from 'pg';

/** A piece of a table whose rows are in the target. */
export interface CopiedChunk {
  /** The table's quoted name. */
  readonly target: string;
  readonly chunk: string;
  readonly rows: number;
  /** What DuckDB's own hash makes of its rows in the file; null: nobody has looked yet. */
  readonly digest: string | null;
}

/** Notes, in the transaction that writes their rows, that chunks are copied. */
export async function noteChunks(
  client: ClientBase,
  run: string,
  target: string,
  chunks: readonly Pick<CopiedChunk, 'chunk' | 'rows'>[],
): Promise<void> {
  await client.query(
    `INSERT INTO fluxion_transfer.chunk (run, target, chunk, rows)
     SELECT $1, $2, chunk, rows FROM unnest($3::text[], $4::bigint[]) AS copied(chunk, rows)`,
    [run, target, chunks.map(({ chunk }) => chunk), chunks.map(({ rows }) => rows)],
  );
}

/** Notes what the file holds for copied chunks, so that a later run can tell which have changed. */
export async function noteDigests(
  client: ClientBase,
  run: string,
  target: string,
  digests: ReadonlyMap<string, string>,
): Promise<void> {
  await client.query(
    `UPDATE fluxion_transfer.chunk AS c SET digest = d.digest FROM unnest($3::text[], $4::text[]) AS d(chunk, digest)
     WHERE c.run = $1 AND c.target = $2 AND c.chunk = d.chunk`,
    [run, target, [...digests.keys()], [...digests.values()]],
  );
}

/** What a run has copied so far. */
export async function copiedChunks(client: ClientBase, run: string): Promise<CopiedChunk[]> {
  const { rows } = await client.query<Omit<CopiedChunk, 'rows'> & { rows: string }>(
    'SELECT target, chunk, digest, rows FROM fluxion_transfer.chunk WHERE run = $1',
    [run],
  );
  return rows.map((row) => ({ ...row, rows: Number(row.rows) }));
}

/** The lower half of a transaction's number, as a row's `xmin` prints it. */
const asXmin = `(xid::text::numeric % 4294967296)::text`;

/** The transactions whose rows are a run's, as `xmin` prints them. */
export async function ownTransactions(client: ClientBase, run: string): Promise<string[]> {
  const { rows } = await client.query<{ xmin: string }>(
    `SELECT ${asXmin} AS xmin FROM fluxion_transfer.chunk WHERE run = $1`,
    [run],
  );
  return rows.map(({ xmin }) => xmin);
}

/**
 * Takes chunks out of a table and out of the ledger: the rows that their transactions wrote and nobody has changed since. To
 * be called within a transaction.
 */
export async function removeChunks(
  client: ClientBase,
  run: string,
  target: string,
  chunks: readonly string[],
  days: Days | undefined,
): Promise<void> {
  const { rows } = await client.query<{ chunk: string; xmin: string }>(
    `DELETE FROM fluxion_transfer.chunk WHERE run = $1 AND target = $2 AND chunk = ANY($3) RETURNING chunk, ${asXmin} AS xmin`,
    [run, target, chunks],
  );
  const ofDays = rows.filter(({ chunk }) => days?.dayOf(chunk) !== undefined);
  const others = rows.filter((row) => !ofDays.includes(row));
  const xmins = (of: typeof rows) => [...new Set(of.map(({ xmin }) => xmin))];
  if (others.length > 0) await client.query(`DELETE FROM ${target} WHERE xmin::text = ANY($1)`, [xmins(others)]);
  if (!days || ofDays.length === 0) return;
  const dates = ofDays.map(({ chunk }) => days.dayOf(chunk));
  const where = `${days.target} = ANY($2::date[]) AND xmin::text = ANY($1)`;
  await client.query(`DELETE FROM ${target} WHERE ${where}`, [xmins(ofDays), dates]);
}

/** What chunks that are days have to do with the target: several may be of one transaction. */
interface Days {
  /** The quoted column of the target that has the days. */
  readonly target: string;
  /** PostgreSQL's text of a chunk's day; undefined: it is no day's. */
  dayOf(chunk: string): string | undefined;
}
