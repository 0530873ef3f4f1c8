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

/** Notes, in the transaction that writes its rows, that a chunk is copied. */
export async function noteChunk(
  client: ClientBase,
  run: string,
  { target, chunk, rows }: Omit<CopiedChunk, 'digest'>,
): Promise<void> {
  await client.query('INSERT INTO fluxion_transfer.chunk (run, target, chunk, rows) VALUES ($1, $2, $3, $4)', [
    run,
    target,
    chunk,
    rows,
  ]);
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
 * Takes all chunks but those of `keep` out of a table and out of the ledger: the rows that their transactions wrote and
 * nobody has changed since. To be called within a transaction.
 */
export async function removeChunks(
  client: ClientBase,
  run: string,
  target: string,
  keep: readonly string[],
): Promise<void> {
  const { rows } = await client.query<{ xmin: string }>(
    `DELETE FROM fluxion_transfer.chunk WHERE run = $1 AND target = $2 AND chunk <> ALL($3) RETURNING ${asXmin} AS xmin`,
    [run, target, keep],
  );
  if (rows.length === 0) return;
  await client.query(`DELETE FROM ${target} WHERE xmin::text = ANY($1)`, [rows.map(({ xmin }) => xmin)]);
}
