import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openScratch, smallRowsJson } from '@fluxion/engine/duckdb';
import { expect, it } from 'vitest';
import { writeParquetFile } from './parquet.ts';
import { everyMissing, everyType, written } from './testing/written.ts';

async function read(file: Uint8Array, sql: (path: string) => string): Promise<object[]> {
  const folder = await mkdtemp(join(tmpdir(), 'fluxion-test-parquet-'));
  const scratch = await openScratch({ folder });
  try {
    const path = join(folder, 'x.parquet');
    await writeFile(path, file);
    return await smallRowsJson(scratch.connection, sql(path));
  } finally {
    await scratch.close();
    await rm(folder, { recursive: true });
  }
}

const leftovers = async () =>
  (await readdir(tmpdir())).filter((name) => name.startsWith('fluxion-parquet-')).toSorted();

it('holds exact values of their types', async () => {
  const file = await written(writeParquetFile, everyType, [
    ['ñ', 7, '-12.505', '2024-02-29', '2024-02-29T14:00:00.25Z', true],
    everyMissing,
    ['', -1, '99999999999999999999999999999999.999999', '1000-01-01', '1912-01-01T00:00:00Z', false],
  ]);
  expect(await read(file, (path) => `SELECT column_name, column_type FROM (DESCRIBE FROM '${path}')`)).toEqual([
    { column_name: 'texto', column_type: 'VARCHAR' },
    { column_name: 'entero', column_type: 'BIGINT' },
    { column_name: 'decimal', column_type: 'DECIMAL(38,6)' },
    { column_name: 'fecha', column_type: 'DATE' },
    { column_name: 'momento', column_type: 'TIMESTAMP WITH TIME ZONE' },
    { column_name: 'si', column_type: 'BOOLEAN' },
  ]);
  const values = await read(file, (path) => `SELECT COLUMNS(*)::VARCHAR FROM '${path}'`);
  expect(values.map((row) => Object.values(row))).toEqual([
    ['ñ', '7', '-12.505000', '2024-02-29', '2024-02-29 14:00:00.25+00', 'true'],
    everyMissing,
    ['', '-1', '99999999999999999999999999999999.999999', '1000-01-01', '1912-01-01 00:00:00+00', 'false'],
  ]);
});

it('is a file where there are no rows', async () => {
  const file = await written(writeParquetFile, everyType, []);
  expect(await read(file, (path) => `SELECT count(*)::INTEGER AS n FROM '${path}'`)).toEqual([{ n: 0 }]);
});

it.each(['0.0000001', `1${'0'.repeat(32)}`, 'NaN'])('refuses the decimal %s instead of rounding it', async (value) => {
  const row = everyMissing.map((missing, index) => (index === 2 ? value : missing));
  await expect(written(writeParquetFile, everyType, [row])).rejects.toMatchObject({ problem: 'NOT_ACCEPTABLE' });
});

it('leaves nothing behind, whole or broken off', async () => {
  const before = await leftovers();
  const controller = new AbortController();
  async function* rows() {
    yield [['a', 1, null, null, null, null]];
    controller.abort(new Error('nobody wants it'));
  }
  const file = { title: 'x', columns: everyType, rows: rows(), signal: controller.signal };
  await expect(writeParquetFile(file)[Symbol.asyncIterator]().next()).rejects.toThrow('nobody wants it');
  for await (const piece of writeParquetFile({ ...file, rows: rows(), signal: new AbortController().signal })) {
    expect(piece.length).toBeGreaterThan(0);
    break;
  }
  expect(await leftovers()).toEqual(before);
});
