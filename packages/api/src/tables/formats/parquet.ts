import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cell, ColumnType } from '@fluxion/contract';
import { openScratch, writeParquet } from '@fluxion/engine/duckdb';
import { unfitValue, type FileColumn, type FileRows, type FileWriter } from './file-format.ts';
import { scaledDigits } from './values.ts';

const types: Readonly<Record<ColumnType, (scale: number) => string>> = {
  text: () => 'VARCHAR',
  integer: () => 'BIGINT',
  // The same for any values, so that files fit together.
  decimal: (scale) => `DECIMAL(38,${scale})`,
  date: () => 'DATE',
  instant: () => 'TIMESTAMPTZ',
  boolean: () => 'BOOLEAN',
};

/** The most that the rows of one file may take of the disk beside it. */
const mostSpilled = '32GiB';

/** The value as DuckDB reads it. What it would round is refused. */
function textOf(column: FileColumn, value: Cell): string | null {
  if (value === null) return null;
  if (column.type === 'decimal' && scaledDigits(value, column.scale ?? 0) === undefined)
    throw unfitValue(column, value);
  return String(value);
}

async function* textRows({ columns, rows }: FileRows): AsyncGenerator<(string | null)[][]> {
  for await (const batch of rows) {
    yield batch.map((row) => columns.map((column, index) => textOf(column, row[index] ?? null)));
  }
}

/** A Parquet file. Its columns are complete only when all rows are there, so it is made in a temporary folder. */
export const writeParquetFile: FileWriter = async function* parquet(file) {
  const folder = await mkdtemp(join(tmpdir(), 'fluxion-parquet-'));
  try {
    const path = join(folder, 'rows.parquet');
    const scratch = await openScratch({ folder });
    try {
      await scratch.connection.run(`SET max_temp_directory_size = '${mostSpilled}'`);
      const columns = file.columns.map(({ name, type, scale = 0 }) => ({ name, type: types[type](scale) }));
      await writeParquet(scratch.connection, { path, columns, rows: textRows(file), signal: file.signal });
    } finally {
      await scratch.close();
    }
    yield* createReadStream(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
