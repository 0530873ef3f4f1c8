import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '#testing/read-workbook.ts';
import type { FileRows } from '../file-format.ts';
import { everyMissing, everyType, written } from '../testing/written.ts';
import { workbook, writeXlsx } from './write-xlsx.ts';
import { xmlText } from './xml-text.ts';

const text = [{ name: 'texto', type: 'text' }] as const;

describe('an XLSX file', () => {
  it('has numbers and days as such, and a name and a header for its sheet', async () => {
    const file = await written(
      writeXlsx,
      everyType,
      [
        ['=1+1', 7, '-1234.50', '2024-02-29', '2024-02-29T14:00:00.25Z', true],
        everyMissing,
        ['007', 0, '0.000001', '1900-03-01', '1900-03-01T00:00:00Z', false],
      ],
      { title: 'Ventas [de] todas: las/tiendas de la cadena' },
    );
    expect(await readWorkbook(file)).toEqual([
      {
        name: 'Ventas  de  todas  las tiendas ',
        rows: [
          ['texto', 'entero', 'decimal', 'fecha', 'momento (UTC)', 'si'],
          ['=1+1', '7', '-1234.5', '2024-02-29', '2024-02-29 14:00:00.25', 'true'],
          ['007', '0', '0.000001', '1900-03-01', '1900-03-01 00:00:00', 'false'],
        ],
      },
    ]);
  });

  it('keeps as text what Excel would round or knows no day for', async () => {
    const row = ['x', 7, '1234567890123456.5', '1900-02-28', '0999-12-31T00:00:00Z', null];
    const [sheet] = await readWorkbook(
      await written(writeXlsx, everyType, [row, ['x', 1, '999999999999.999', 'infinity', '-infinity', null]]),
    );
    expect(sheet?.rows.slice(1)).toEqual([
      ['x', '7', '1234567890123456.5', '1900-02-28', '0999-12-31T00:00:00Z'],
      ['x', '1', '999999999999.999', 'infinity', '-infinity'],
    ]);
  });

  it('keeps any text, also what XML has no room for', async () => {
    const odd = fc.constantFrom(
      '\0',
      '\r',
      '\n',
      '\t',
      '_x000D_',
      '_',
      'x0041_',
      '&',
      '<',
      ']]>',
      '"',
      ' ',
      '\u{FFFF}',
      '\u{85}',
      '😀',
      'ñ',
    );
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(odd).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          anyText.filter((value) => !value.includes('\0')),
          { minLength: 1, maxLength: 20 },
        ),
        async (texts) => {
          const rows = texts.map((value) => ['x', value]);
          const [sheet] = await readWorkbook(await written(writeXlsx, [...text, ...text], rows));
          expect(sheet?.rows.slice(1).map(([, value]) => value ?? '')).toEqual(texts);
        },
      ),
      { numRuns: 60 },
    );
    expect(xmlText('a\0\ud800b')).toBe('a_x0000_\u{FFFD}b');
  });

  it('cuts a text off that is longer than a cell, visibly', () => {
    expect(xmlText('x'.repeat(32_767))).toHaveLength(32_767);
    const cut = xmlText('x'.repeat(40_000));
    expect(cut).toHaveLength(32_767);
    expect(cut.endsWith('x…')).toBe(true);
  });

  it('has columns beyond Z in their places', async () => {
    const columns = Array.from({ length: 800 }, (_, index) => ({ name: `c${index}`, type: 'integer' as const }));
    const row = columns.map((_, index) => (index % 3 === 0 ? null : index));
    const [sheet] = await readWorkbook(await written(writeXlsx, columns, [row]));
    expect(sheet?.rows[1]).toHaveLength(800);
    expect(sheet?.rows[1]?.map((value) => (value === undefined ? null : Number(value)))).toEqual(row);
  });

  it.each([
    [0, [1]],
    [1, [2]],
    [4, [5]],
    [5, [5, 2]],
    [13, [5, 5, 5, 2]],
  ])('goes on in a new sheet where one is full: %i rows', async (count, lengths) => {
    const rows = Array.from({ length: count }, (_, index) => [index]);
    const columns = [{ name: 'n', type: 'integer' }] as const;
    for (const batchSize of [1, 3, 4, 100]) {
      const sheets = await readWorkbook(
        await written((file) => workbook(file, 5), columns, rows, { batchSize, title: 'v' }),
      );
      expect(sheets.map(({ name }) => name)).toEqual(['v', 'v 2', 'v 3', 'v 4'].slice(0, lengths.length));
      expect(sheets.map(({ rows: read }) => read.length)).toEqual(lengths);
      expect(sheets.map(({ rows: [header] }) => header)).toEqual(lengths.map(() => ['n']));
      expect(sheets.flatMap(({ rows: [, ...read] }) => read.map(([n]) => Number(n)))).toEqual(rows.flat());
    }
  });
});

describe('an XLSX file that is broken off', () => {
  async function* failing(after: number) {
    for (let batch = 0; batch < after; batch++) yield Array.from({ length: 2000 }, (_, row) => [`${batch} ${row}`]);
    throw new Error('the database has gone');
  }
  const file = (rows: FileRows['rows']): FileRows => ({
    title: 'x',
    columns: text,
    rows,
    signal: new AbortController().signal,
  });

  it.each([0, 1, 30])('fails with the reason after %i batches', async (batches) => {
    const all = async () => {
      for await (const piece of writeXlsx(file(failing(batches)))) expect(piece.length).toBeGreaterThan(0);
    };
    await expect(all()).rejects.toThrow('the database has gone');
  });

  it('ends the reading of its rows when nobody wants the rest', async () => {
    let ended = false;
    async function* endless() {
      try {
        for (;;) yield Array.from({ length: 2000 }, (_, row) => [`${Math.random()} ${row}`]);
      } finally {
        ended = true;
      }
    }
    for await (const piece of writeXlsx(file(endless()))) {
      if (piece.length > 1000) break;
    }
    expect(ended).toBe(true);
  });
});
