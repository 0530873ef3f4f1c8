import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier, quoteLiteral } from '../base/index.ts';
import { newTextBatch, openTextRows, textBatchRows, type TextBatch } from './text-rows.ts';

/** A column of a Parquet file: texts become values of DuckDB's type. */
export interface ParquetColumn {
  readonly name: string;
  /** As SQL writes it: `DECIMAL(38,6)`. */
  readonly type: string;
}

export interface ParquetFile {
  /** Where the file is to be; its folder exists. */
  readonly path: string;
  readonly columns: readonly ParquetColumn[];
  /** Rows of texts in the columns' order; null: a missing value. */
  readonly rows: AsyncIterable<readonly (readonly (string | null)[])[]>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes rows as a Parquet file, in their order. A Parquet file is written by columns: the rows are collected in the connection's
 * database first, which needs room for them where it spills to.
 *
 * @throws what the rows throw; DuckDB's refusal of a text that is no value of its column's type
 */
export async function writeParquet(connection: DuckDBConnection, file: ParquetFile): Promise<void> {
  const { path, columns, rows, signal } = file;
  const texts = columns.map((_, index) => `c${index} VARCHAR`);
  await connection.run(`CREATE TABLE rows (n BIGINT, ${texts.join(', ')})`);
  const table = await openTextRows(connection, 'rows', columns.length);
  const batch = newTextBatch(columns.length);
  for await (const some of rows) {
    for (let from = 0; from < some.length; from += textBatchRows) {
      fill(batch, some.slice(from, from + textBatchRows));
      table.add(batch);
    }
  }
  table.close();
  signal?.throwIfAborted();
  const interrupt = () => connection.interrupt();
  signal?.addEventListener('abort', interrupt);
  try {
    const values = columns.map(({ name, type }, index) => `c${index}::${type} AS ${quoteIdentifier(name)}`);
    await connection.run(`COPY (SELECT ${values.join(', ')} FROM rows) TO ${quoteLiteral(path)} (FORMAT parquet)`);
  } finally {
    signal?.removeEventListener('abort', interrupt);
  }
}

/** Puts rows into the batch in the place of those that it had. */
function fill(batch: TextBatch, rows: readonly (readonly (string | null)[])[]): void {
  let end = 0;
  batch.count = rows.length;
  for (const [row, values] of rows.entries()) {
    for (const [column, starts] of batch.starts.entries()) {
      const text = values[column] ?? null;
      // A unit of UTF-16 takes at most 3 bytes.
      const most = end + (text?.length ?? 0) * 3;
      if (most > batch.bytes.length) batch.bytes = Buffer.concat([batch.bytes], Math.max(most, batch.bytes.length * 2));
      const written = text === null ? -1 : batch.bytes.write(text, end);
      starts[row] = end;
      const lengths = batch.lengths[column];
      if (lengths) lengths[row] = written;
      end += Math.max(written, 0);
    }
  }
}
