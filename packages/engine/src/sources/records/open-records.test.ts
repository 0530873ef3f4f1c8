import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoteLiteral } from '../../base/index.ts';
import { openScratch } from '../../duckdb/index.ts';
import type { FileFormat } from '../description/description.ts';
import { workbookOf } from '#testing/workbook.ts';
import { openRecords } from './open-records.ts';
import { fileOf, stageAll, temporaryFolder } from './testing/staged-rows.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let parquet: Buffer;
beforeAll(async () => {
  folder = await temporaryFolder();
  const path = join(folder.path, 'a.parquet');
  const scratch = await openScratch({ folder: tmpdir() });
  await scratch.connection.run(`COPY (SELECT 'x' AS a, 1.50 AS b) TO ${quoteLiteral(path)} (FORMAT parquet)`);
  await scratch.close();
  parquet = await readFile(path);
});
afterAll(() => folder.remove());

/** All under one name, which tells nothing. */
const open = async (content: string | Uint8Array, format: FileFormat = {}) =>
  openRecords(await fileOf(join(folder.path, 'ventas.txt'), content), format, folder.path);

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const workbook = () =>
  workbookOf({ sheets: { h: `<row>${cell('a')}${cell('b')}</row><row>${cell('x')}<c><v>1.5</v></c></row>` } });

describe('recognises', () => {
  it.each([
    ['csv', 'a;b\nx;1.50\n', '1.50'],
    ['csv', '[a],b\nx,1.50\n', '1.50'],
    ['ndjson', '\n {"a":"x","b":1.50}\n{"a":"y","b":2}\n', '1.50'],
    ['json', '[{"a":"x","b":1.50}]', '1.50'],
    ['json', '\ufeff{\n "data": [{"a":"x","b":1.50}]}', '1.50'],
    ['json', gzipSync('{ "data": [\n{"a":"x","b":1.50}]}'), '1.50'],
    ['json', Buffer.from('\ufeff[ {"a":"x","b":1.50}]', 'utf16le'), '1.50'],
  ] as const)('%s in %j', async (format, content, number) => {
    const records = await open(content);
    expect(records.format).toBe(format);
    expect((await stageAll(records)).rows[0]?.slice(1)).toEqual(['x', number]);
  });

  it('parquet and xlsx', async () => {
    const columnar = await open(parquet);
    expect(columnar.format).toBe('parquet');
    expect((await stageAll(columnar)).rows).toEqual([['1', 'x', '1.50']]);
    const sheet = await open(workbook());
    expect(sheet.format).toBe('xlsx');
    expect((await stageAll(sheet)).rows).toEqual([['2', 'x', '1.5']]);
  });

  it('nothing where it is told', async () => {
    const asLines = await open('{"n":1,"items":[{"a":1}]}', { format: 'ndjson' });
    expect(asLines.format).toBe('ndjson');
    const asCsv = await open('[{"a"\n1\n', { format: 'csv', header: false });
    expect(asCsv.format).toBe('csv');
    const inOrder = await open('{"a":[{"b":1}],"c":[{"d":1}]}', { rows: 'c' });
    expect(inOrder.columns).toEqual(['d']);
  });
});

describe('refuses', () => {
  it.each([
    ['an empty file', '', {}, 'is empty, without even a header'],
    ['a page', '<!DOCTYPE html><html><body>502</body></html>', {}, 'is a page or an XML document'],
    ['text as a workbook', 'a,b\n1,2\n', { format: 'xlsx' }, 'is said to be xlsx, and it is csv'],
    ['JSON as Parquet', '[{"a":1}]', { format: 'parquet' }, 'is said to be parquet, and it is json'],
  ] as const)('%s', async (_, content, format, message) => {
    await expect(open(content, format)).rejects.toMatchObject({
      code: 'FEED_UNREADABLE',
      message: expect.stringContaining(message),
    });
  });

  it('a workbook as CSV, and a compressed one', async () => {
    const said = expect.stringContaining('is said to be csv, and it is xlsx');
    await expect(open(workbook(), { format: 'csv' })).rejects.toMatchObject({ code: 'FEED_UNREADABLE', message: said });
    await expect(open(gzipSync(workbook()))).rejects.toMatchObject({ code: 'FEED_UNREADABLE' });
    await expect(open(gzipSync(parquet))).rejects.toMatchObject({ code: 'FEED_UNREADABLE' });
  });
});
