import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openScratch, smallRowsJson, type Scratch } from '@fluxion/engine/duckdb';
import { writeCsv, writeExcelCsv } from './csv.ts';
import { everyMissing, everyType, written } from './testing/written.ts';

const csv = async (...args: Parameters<typeof written> extends [unknown, ...infer Rest] ? Rest : never) =>
  (await written(writeCsv, ...args)).toString();
const excel = async (...args: Parameters<typeof written> extends [unknown, ...infer Rest] ? Rest : never) =>
  (await written(writeExcelCsv, ...args)).toString();
const text = [{ name: 'texto', type: 'text' }] as const;
const row = ['a', 7, '-1234.50', '2024-02-29', '2024-02-29T14:00:00.25Z', true] as const;

describe('csv', () => {
  let folder: string;
  let scratch: Scratch;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fluxion-test-csv-'));
    scratch = await openScratch({ folder });
  });
  afterAll(async () => {
    await scratch.close();
    await rm(folder, { recursive: true });
  });

  it('writes values exactly, and tells missing ones from empty ones', async () => {
    expect(await csv(everyType, [row, everyMissing, ['', 0, '0', '1000-01-01', '2024-02-29T14:00:00Z', false]])).toBe(
      'texto,entero,decimal,fecha,momento,si\r\n' +
        'a,7,-1234.50,2024-02-29,2024-02-29T14:00:00.25Z,true\r\n' +
        ',,,,,\r\n' +
        '"",0,0,1000-01-01,2024-02-29T14:00:00Z,false\r\n',
    );
  });

  it('has a header where there are no rows, and a line for each row of a single column', async () => {
    expect(await csv(text, [])).toBe('texto\r\n');
    expect(await csv(text, [[null], ['a']])).toBe('texto\r\n""\r\na\r\n');
  });

  it('is read back as it was by DuckDB, whatever the texts are', async () => {
    const columns = [...text, { name: 'otro "campo",\n', type: 'text' }] as const;
    const cell = fc.option(fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0')));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { maxLength: 20 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, batchSize) => {
          const path = join(folder, 'x.csv');
          await writeFile(path, await csv(columns, rows, { batchSize }));
          const sql = `FROM read_csv('${path}', header = true, all_varchar = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
          allow_quoted_nulls = false, new_line = '\\r\\n', columns = {a: 'VARCHAR', b: 'VARCHAR'})`;
          expect(await smallRowsJson(scratch.connection, sql)).toEqual(rows.map(([a, b]) => ({ a, b })));
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('excel', () => {
  it('writes what Excel reads where decimals have a comma', async () => {
    expect(
      await excel(everyType, [
        row,
        everyMissing,
        ['b;"c"', 0, '12345678901234567890.5', '2024-12-31', '2024-02-29T14:00:00Z', false],
      ]),
    ).toBe(
      '\u{FEFF}texto;entero;decimal;fecha;momento (UTC);si\r\n' +
        'a;7;-1234,50;2024-02-29;2024-02-29 14:00:00,250;VERDADERO\r\n' +
        ';;;;;\r\n' +
        '"b;""c""";0;12345678901234567890,5;2024-12-31;2024-02-29 14:00:00;FALSO\r\n',
    );
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    '  =1',
    '\u{a0}=1',
    '\u{feff}=1',
  ])('makes no formula of %j', async (value) => {
    const [, line = ''] = (await excel(text, [[value]])).split(/(?<=^[^\n]*\n)/);
    expect(line).toMatch(/^"?'/);
  });

  it('defuses texts only: negative numbers stay numbers, names of columns stay no formulas', async () => {
    const columns = [
      { name: '=cmd()', type: 'text' },
      { name: 'n', type: 'decimal' },
    ] as const;
    expect(
      await excel(columns, [
        ['a=b', '-5'],
        ['x', '=1+1'],
      ]),
    ).toBe("\u{FEFF}'=cmd();n\r\na=b;-5\r\nx;'=1+1\r\n");
  });

  it('never begins a cell of text with what Excel calculates', async () => {
    const dangerous = fc.constantFrom(...'=+-@＝＋－＠\t\r\n \'"; abc0');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: dangerous }), async (value) => {
        const line = (await excel(text, [[value]])).slice('\u{FEFF}texto\r\n'.length, -2);
        const cell = line.startsWith('"') ? line.slice(1, -1).replaceAll('""', '"') : line;
        expect(cell).toMatch(/^(?!\s*[=+\-@＝＋－＠]|[\t\r\n])/);
        expect(cell === value || cell === `'${value}`).toBe(true);
      }),
    );
  });
});
