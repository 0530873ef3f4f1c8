import type { DuckDBConnection } from '@duckdb/node-api';
import type { ColumnDecoder } from './column-decoder.ts';
import { PieceBuffer } from './piece-buffer.ts';
import { malformed, RowBatch } from './row-batch.ts';
import { withRowsFunction, type RowsRead } from './rows-function.ts';

/**
 * What one statement takes in, in bytes; twice as much is in memory, since the next piece comes in meanwhile. With the rest of
 * the piece before and the last block it is 8 MiB, to which a piece's buffer doubles: a byte more would take 16.
 */
const pieceBytes = (8 * 1024 - 256) * 1024;

/** A column of the rows that come in. */
export interface IncomingColumn {
  readonly name: string;
  readonly decoder: ColumnDecoder;
}

export interface TakeRowsOptions {
  /** Rows in PostgreSQL's binary COPY format, cut anywhere. */
  readonly blocks: AsyncIterable<Buffer>;
  readonly columns: readonly IncomingColumn[];
  /** The statement that takes rows in, given what stands for them behind FROM: `INSERT INTO t SELECT ... FROM ${rows}`. */
  readonly into: (rows: string) => string;
  /** Called with each chunk's number of rows. */
  readonly onRows?: ((rows: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Brings rows into DuckDB without a file and without making them JavaScript objects: DuckDB's SQL reads them from a table
 * function, so that any expression may stand between them and the table. It runs a statement for each piece; who wants
 * all or nothing begins a transaction before. The order of rows is kept if the connection keeps it.
 * @returns how many rows were taken in
 * @throws what the blocks, the statement or a decoder throw
 */
export async function takeRows(connection: DuckDBConnection, options: TakeRowsOptions): Promise<number> {
  const { columns, into, onRows, signal } = options;
  const batch = new RowBatch(columns.map(({ decoder }) => decoder));
  let total = 0;
  let failure: unknown;
  const rows: RowsRead = {
    columns: columns.map(({ name, decoder: { type } }) => ({ name, type })),
    fill(chunk) {
      try {
        const count = batch.fill(chunk);
        total += count;
        if (count > 0) onRows?.(count);
      } catch (error) {
        failure ??= error;
        throw error;
      }
    },
  };
  await withRowsFunction(connection, rows, async (name) => {
    const sql = into(`${name}()`);
    for await (const piece of pieces(options.blocks, batch)) {
      signal?.throwIfAborted();
      batch.take(piece);
      await connection.run(sql).catch((error: unknown) => {
        throw failure ?? error;
      });
    }
  });
  // What comes behind it is nothing; what comes without it is not all.
  if (!batch.ended) throw malformed();
  return total;
}

/** Collects blocks into pieces, the next one while the caller works on this one; a piece begins with the rest of the one before. */
async function* pieces(blocks: AsyncIterable<Buffer>, batch: RowBatch): AsyncGenerator<Buffer, void, undefined> {
  const iterator = blocks[Symbol.asyncIterator]();
  let [current, other] = [new PieceBuffer(), new PieceBuffer()];
  try {
    let next = current.collect(iterator, pieceBytes);
    for (;;) {
      const done = await next;
      const piece = current.behind(batch.rest);
      // As much again as a row that is larger than a piece: else it would be copied once for each of its pieces.
      if (!done) next = other.collect(iterator, Math.max(pieceBytes, batch.rest.length));
      next.catch(() => {});
      yield piece;
      if (done) return;
      [current, other] = [other, current];
    }
  } finally {
    await iterator.return?.();
  }
}
