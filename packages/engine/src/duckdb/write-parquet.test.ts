import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { smallRowsJson } from './rows.ts';
import { openScratch, type Scratch } from './scratch.ts';
import { writeParquet } from './write-parquet.ts';

type Texts = readonly (readonly (string | null)[])[];

let folder: string;
let scratch: Scratch;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fluxion-test-parquet-'));
  scratch = await openScratch({ folder });
});
afterEach(async () => {
  await scratch.close();
  await rm(folder, { recursive: true });
});

async function* batchesOf(rows: Texts, size: number): AsyncGenerator<Texts> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}

async function written(types: readonly string[], rows: Texts, size = 3000): Promise<object[]> {
  const path = join(folder, "it's.parquet");
  const columns = types.map((type, index) => ({ name: `"c" ${index}`, type }));
  await writeParquet(scratch.connection, { path, columns, rows: batchesOf(rows, size) });
  return smallRowsJson(scratch.connection, `SELECT COLUMNS(*)::VARCHAR FROM '${path.replaceAll("'", "''")}'`);
}

it('writes values of their types, missing ones too', async () => {
  const types = ['DECIMAL(38,6)', 'DATE', 'TIMESTAMPTZ', 'BIGINT', 'BOOLEAN', 'VARCHAR'];
  const row = ['-12.5', '2024-02-29', '2024-02-29T14:00:00.25Z', '9223372036854775807', 'true', ''];
  const [values, missing] = await written(types, [row, types.map(() => null)]);
  expect(Object.values(values ?? {})).toEqual([
    '-12.500000',
    '2024-02-29',
    '2024-02-29 14:00:00.25+00',
    '9223372036854775807',
    'true',
    '',
  ]);
  expect(Object.values(missing ?? {})).toEqual(types.map(() => null));
});

it('keeps the order of rows, in batches of any size, and texts of any length', async () => {
  const rows = Array.from({ length: 7001 }, (_, index) => [`${index}`, 'ñ'.repeat(index % 40)]);
  for (const size of [1, 2047, 5000, 9000]) {
    expect(await written(['BIGINT', 'VARCHAR'], rows, size)).toEqual(
      rows.map(([number, text]) => ({ '"c" 0': number, '"c" 1': text })),
    );
    await scratch.connection.run('DROP TABLE rows');
  }
});

it('refuses a text that is no value of its type', async () => {
  await expect(written(['DATE'], [['yesterday']])).rejects.toThrow('yesterday');
});
