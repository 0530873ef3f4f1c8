import type { ClientBase } from 'pg';

/** A piece of a table whose rows are in the target. */
export interface CopiedChunk {
  /** The table's quoted name. */
  readonly target: string;
  readonly chunk: string;
  /** What DuckDB's own hash made of its rows when it was copied. */
  readonly digest: string;
  readonly rows: number;
}

/** Notes, in the transaction that writes its rows, that a chunk is copied. */
export async function noteChunk(client: ClientBase, run: string, copied: CopiedChunk): Promise<void> {
  await client.query('INSERT INTO fluxion_transfer.chunk (run, target, chunk, digest, rows) VALUES ($1, $2, $3, $4, $5)', [
    run,
    copied.target,
    copied.chunk,
    copied.digest,
    copied.rows,
  ]);
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

/** Takes chunks out of a table and out of the ledger: the rows that their transactions wrote and nobody has changed since. */
export async function removeChunks(
  client: ClientBase,
  run: string,
  target: string,
  chunks: readonly string[],
): Promise<void> {
  const { rows } = await client.query<{ xmin: string }>(
    `DELETE FROM fluxion_transfer.chunk WHERE run = $1 AND target = $2 AND chunk = ANY($3) RETURNING ${asXmin} AS xmin`,
    [run, target, chunks],
  );
  await client.query(`DELETE FROM ${target} WHERE xmin::text = ANY($1)`, [rows.map(({ xmin }) => xmin)]);
}
