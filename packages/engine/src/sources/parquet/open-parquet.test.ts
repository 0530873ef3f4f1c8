import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoteLiteral } from '../../base/index.ts';
import { openScratch } from '../../duckdb/index.ts';
import { inspectFile } from '../bytes/index.ts';
import { fileOf, stageAll, temporaryFolder } from '../records/testing/staged-rows.ts';
import { openParquet } from './index.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

/** Writes a file of what a query gives. */
async function written(query: string, name = 'ventas.parquet', options = ''): Promise<string> {
  const path = join(folder.path, name);
  const scratch = await openScratch({ folder: tmpdir() });
  try {
    await scratch.connection.run(`COPY (${query}) TO ${quoteLiteral(path)} (FORMAT parquet${options})`);
  } finally {
    await scratch.close();
  }
  return path;
}

const openPath = async (path: string) => openParquet(await inspectFile(path), folder.path);

it.each([
  ['1234567890.123400::DECIMAL(18,6)', '1234567890.123400'],
  ['-0.000001::DECIMAL(38,6)', '-0.000001'],
  ['9223372036854775807::BIGINT', '9223372036854775807'],
  ["DATE '2026-01-31'", '2026-01-31'],
  ["TIMESTAMP '2026-01-31 10:00:00.25'", '2026-01-31 10:00:00.25'],
  ["TIMESTAMPTZ '2026-01-31 10:00:00.25-04'", '2026-01-31 14:00:00.25+00:00'],
  ["TIME '10:00:00'", '10:00:00'],
  ['2.55::DOUBLE', '2.55'],
  ['0.1::FLOAT', '0.1'],
  ['536365::DOUBLE', '536365'],
  ['true', 'true'],
  ["'\\xC3\\xB1\\x00'::BLOB", 'c3b100'],
  ["''", null],
  ['NULL::INTEGER', null],
  ["'ñ\"'", 'ñ"'],
  ["['a', NULL]", '["a",null]'],
  ["{'rif': 'J-1', 'n': 1.50}", '{"rif":"J-1","n":1.5}'],
])('gives %s as %j', async (value, text) => {
  const records = await openPath(await written(`SELECT ${value} AS "Valor"`));
  expect(records).toMatchObject({ format: 'parquet', columns: ['Valor'], hasHeader: true });
  expect((await stageAll(records)).rows).toEqual([['1', text]]);
});

it('numbers rows by their place, over all row groups', async () => {
  const query = `SELECT 'P' || i AS producto, i::DOUBLE AS cantidad, NULL AS "o'tro" FROM range(5000) t(i)`;
  const records = await openPath(await written(query, 'x[1]*?.parquet', ', ROW_GROUP_SIZE 2048'));
  const { rows, records: count } = await stageAll(records, ['cantidad', 'producto']);
  expect(count).toBe(5000);
  expect(
    rows.every(([line, number, product], i) => line === `${i + 1}` && number === `${i}` && product === `P${i}`),
  ).toBe(true);
  expect(await records.textOf(new Set([1, 4097]))).toEqual(
    new Map([
      [1, `{"producto":"P0","cantidad":"0","o'tro":null}`],
      [4097, `{"producto":"P4096","cantidad":"4096","o'tro":null}`],
    ]),
  );
});

describe('refuses', () => {
  it('a file that is cut off or damaged', async () => {
    const whole = await readFile(await written('SELECT i, md5(i::VARCHAR) AS h FROM range(9000) t(i)'));
    const inPages = Buffer.from(whole);
    inPages.fill(0xff, 4, whole.length / 2);
    const inFooter = Buffer.from(whole);
    inFooter.fill(0xff, whole.length - 100, whole.length - 8);
    const cuts = [6, 12, 5000, whole.length - 1].map((length) => whole.subarray(0, length));
    for (const bytes of [...cuts, inPages, inFooter]) {
      const file = await fileOf(join(folder.path, 'damaged.parquet'), bytes);
      const staged = openParquet(file, folder.path).then((records) => stageAll(records));
      await expect(staged).rejects.toMatchObject({
        code: 'SOURCE_CORRUPT',
        message: expect.stringMatching(
          /damaged\.parquet is a Parquet file that is damaged or not whole: get it again\.$/,
        ),
      });
    }
  });

  it('an encrypted one', async () => {
    const bytes = await readFile(await written('SELECT 1 AS a'));
    bytes.write('PARE', bytes.length - 4);
    const file = await fileOf(join(folder.path, 'secret.parquet'), bytes);
    const message = expect.stringContaining('secret.parquet is encrypted');
    await expect(openParquet(file, folder.path)).rejects.toMatchObject({ code: 'FEED_UNREADABLE', message });
  });

  it('to go on when it is told to stop', async () => {
    const records = await openPath(await written('SELECT 1 AS a'));
    const signal = AbortSignal.abort(new Error('stop'));
    const read = stageAll({ ...records, stage: (options) => records.stage({ ...options, signal }) });
    await expect(read).rejects.toThrow('stop');
  });
});
