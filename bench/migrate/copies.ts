import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Workbench } from '../lib/workbench.ts';
import { columns, inFile } from './source.ts';

const readBytes = 1024 * 1024;

/** A new, empty sales table, with what earlier runs left to write written out. */
export async function emptyTable({ pool }: Workbench): Promise<void> {
  await pool.query('DROP TABLE IF EXISTS ventas_raw');
  await pool.query('CHECKPOINT');
}

export async function createTable({ pool }: Workbench): Promise<void> {
  await pool.query(`CREATE TABLE ventas_raw (${columns.map(([name, , type]) => `${name} ${type}`).join(', ')})`);
}

/** Has the server write the table as two files of its own binary format, half of the rows each. */
export async function writeBinaryHalves({ pool, directory }: Workbench, rows: number): Promise<string[]> {
  const halves = [`id < ${Math.floor(rows / 2)}`, `id >= ${Math.floor(rows / 2)}`];
  return Promise.all(
    halves.map(async (where, index) => {
      const file = join(directory, `half-${index}.bin`);
      const client = await pool.connect();
      const stream = client.query(
        copyTo(`COPY (SELECT * FROM ventas_raw WHERE ${where} ORDER BY id) TO STDOUT (FORMAT binary)`),
      );
      await pipeline(stream, createWriteStream(file));
      client.release();
      return file;
    }),
  );
}

/** The server's own limit: one COPY a file, all at once, and the table's statistics, without which it answers slowly. */
export async function copyBinary({ pool }: Workbench, files: readonly string[]): Promise<void> {
  await Promise.all(files.map((file) => copyFile(pool, file, 'binary')));
  await pool.query('ANALYZE ventas_raw');
}

/** The plain way: DuckDB writes CSV into a pipe, one COPY reads it. */
export async function copyCsv({ pool, directory }: Workbench, source: string): Promise<void> {
  const pipe = join(directory, 'rows.csv');
  execFileSync('mkfifo', [pipe]);
  try {
    await Promise.all([writeCsv(source, pipe), copyFile(pool, pipe, 'csv')]);
    await pool.query('ANALYZE ventas_raw');
  } finally {
    await rm(pipe, { force: true });
  }
}

function writeCsv(source: string, pipe: string): Promise<void> {
  return inFile(source, [`COPY ventas_raw TO '${pipe}' (FORMAT csv, HEADER false)`]);
}

async function copyFile(pool: Workbench['pool'], file: string, format: 'binary' | 'csv'): Promise<void> {
  const client = await pool.connect();
  try {
    const copy = client.query(copyFrom(`COPY ventas_raw FROM STDIN (FORMAT ${format})`));
    await pipeline(createReadStream(file, { highWaterMark: readBytes }), copy);
  } finally {
    client.release();
  }
}
