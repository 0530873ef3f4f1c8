import { resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { FluxionError, messageOf, quoteIdentifier, quoteLiteral } from '../../base/index.ts';
import { openScratch, smallRowsJson } from '../../duckdb/index.ts';
import type { SourceFile } from '../bytes/index.ts';
import { rawTextLimit, type Records, type StageOptions } from '../records/records.ts';
import { textOfColumn } from './text-of-column.ts';

interface Column {
  readonly name: string;
  /** Its text, in DuckDB's SQL. */
  readonly text: string;
}

/**
 * Opens a Parquet file. Its values become the texts that a CSV of it would hold; a row's line is its place, from 1.
 * @param folder for what DuckDB has no room for in memory
 * @throws FluxionError SOURCE_CORRUPT if it is damaged or not whole, FEED_UNREADABLE if it is encrypted
 */
export async function openParquet(file: SourceFile, folder: string): Promise<Records> {
  const { path } = file;
  const source = `read_parquet(${quoteLiteral(withoutPatterns(resolve(path)))}, file_row_number = true)`;
  const columns = await inScratch(path, folder, (duck) => columnsOf(duck, source));
  return {
    format: 'parquet',
    recognised: {},
    columns: columns.map(({ name }) => name),
    hasHeader: true,
    stage: (options) => stage(path, source, columns, options),
    textOf(lines) {
      if (lines.size === 0) return Promise.resolve(new Map());
      return inScratch(path, folder, (duck) => textsOf(duck, source, columns, lines));
    },
  };
}

/** A path as a pattern that only this file matches. */
function withoutPatterns(path: string): string {
  return path.replaceAll(/[[*?]/g, '[$&]');
}

async function columnsOf(duck: DuckDBConnection, source: string): Promise<Column[]> {
  const described = await smallRowsJson(duck, `DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${source}`);
  return described.map((row) => {
    const name = String(row['column_name']);
    return { name, text: textOfColumn(quoteIdentifier(name), String(row['column_type'])) };
  });
}

async function stage(path: string, source: string, columns: readonly Column[], options: StageOptions): Promise<number> {
  const { duck, table, fields, signal, onRecords } = options;
  signal?.throwIfAborted();
  const texts = fields.map(({ name, column }) => `, ${columns[column]?.text ?? 'NULL'} AS ${quoteIdentifier(name)}`);
  const interrupt = () => duck.interrupt();
  signal?.addEventListener('abort', interrupt);
  try {
    await duck.run(`CREATE TABLE ${table} AS SELECT file_row_number + 1 AS line${texts.join('')} FROM ${source}`);
    const [counted] = await smallRowsJson(duck, `SELECT count(*) AS records FROM ${table}`);
    const records = Number(counted?.['records']);
    onRecords?.(records);
    return records;
  } catch (error) {
    signal?.throwIfAborted();
    throw explain(path, error);
  } finally {
    signal?.removeEventListener('abort', interrupt);
  }
}

async function textsOf(
  duck: DuckDBConnection,
  source: string,
  columns: readonly Column[],
  lines: ReadonlySet<number>,
): Promise<ReadonlyMap<number, string>> {
  const row = columns.map(({ name, text }) => `${quoteLiteral(name)}: ${text}`).join(', ');
  const wanted = [...lines].map((line) => line - 1).join(', ');
  const found = await smallRowsJson(
    duck,
    `SELECT file_row_number + 1 AS line, left(to_json({${row}})::VARCHAR, ${rawTextLimit}) AS text
     FROM ${source} WHERE file_row_number IN (${wanted})`,
  );
  return new Map(found.map(({ line, text }) => [Number(line), String(text)]));
}

async function inScratch<T>(path: string, folder: string, work: (duck: DuckDBConnection) => Promise<T>): Promise<T> {
  const scratch = await openScratch({ folder });
  try {
    return await work(scratch.connection);
  } catch (error) {
    throw explain(path, error);
  } finally {
    await scratch.close();
  }
}

/** What DuckDB says of its own memory and disk; it says nearly anything of bytes that are not what they should be. */
const ownTrouble = /^Out of Memory Error|No space left|[Cc]ould not write|temp_directory|max_temp_directory_size/;

function explain(path: string, error: unknown): unknown {
  const text = messageOf(error);
  if (ownTrouble.test(text)) return error;
  if (/encrypted/i.test(text.replaceAll(path, '')))
    return new FluxionError('FEED_UNREADABLE', `${path} is encrypted: ask for it without encryption.`, {
      cause: error,
    });
  const details = [text.split('\n', 1)[0] ?? ''];
  const sentence = `${path} is a Parquet file that is damaged or not whole: get it again.`;
  return new FluxionError('SOURCE_CORRUPT', sentence, { cause: error, details });
}
