import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceFile } from '../bytes/index.ts';
import type { FileFormat } from '../description/description.ts';
import { fileOf, stageAll, temporaryFolder } from '../records/testing/staged-rows.ts';
import { openCsv } from './index.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const open = async (content: string | Uint8Array, format: FileFormat = {}) =>
  openCsv(await fileOf(join(folder.path, 'ventas.csv'), content), format);
const opened = async (content: string | Uint8Array, format: FileFormat = {}) => {
  const { recognised, columns, hasHeader } = await open(content, format);
  return { ...recognised, columns, hasHeader };
};
const western = (text: string) => Buffer.from(text, 'latin1');

describe('a layout is recognised', () => {
  it.each<[string, string, string, readonly string[], string]>([
    ['commas', 'fecha,cantidad\n2024-05-06,1\n', ',', ['fecha', 'cantidad'], 'line 1'],
    [
      'semicolons with decimal commas',
      'fecha;cantidad;monto\n06/05/2024;1,5;2,5\n',
      ';',
      ['fecha', 'cantidad', 'monto'],
      'line 1',
    ],
    [
      'the same without a header',
      '06/05/2024;1,5;2,5;3,5\n07/05/2024;1,5;2,5;3,5\n',
      ';',
      ['1', '2', '3', '4'],
      'none',
    ],
    ['tabs', 'a\tb\n1\t2,5\n', 'tab', ['a', 'b'], 'line 1'],
    ['bars', 'a|b\n1|x;y\n', '|', ['a', 'b'], 'line 1'],
    ['commas in quotes', '"a;b",c\n"1;2",3\n"4;5",6\n', ',', ['a;b', 'c'], 'line 1'],
    ['lines in quotes', 'a;b\n"x,\ny,\nz,";2\n"x,\ny";3\n', ';', ['a', 'b'], 'line 1'],
    ['ragged lines', `a;b;c\n${'1,5;2;3\n'.repeat(20)}1;2\n1;2;3;4\n`, ';', ['a', 'b', 'c'], 'line 1'],
    ['a single column', 'codigo\nP1\nP2\n', ',', ['codigo'], 'line 1'],
    ['a header only', 'fecha;cantidad', ';', ['fecha', 'cantidad'], 'line 1'],
    ['words only', 'codigo,nombre\nP1,Arroz\n', ',', ['codigo', 'nombre'], 'line 1'],
    [
      'values only',
      '536365,85123A,6,2010-12-01 08:26:00\n536366,POST,1,2010-12-01 08:28:00\n',
      ',',
      ['1', '2', '3', '4'],
      'none',
    ],
    ['values with a currency', 'Bs. 1.234,56;5%\n', ';', ['1', '2'], 'none'],
    [
      'a numbered column among names',
      'producto,2024,nombre,precio\nP1,5,A,1.5\nP2,6,B,2.5\n',
      ',',
      ['1', '2', '3', '4'],
      'none',
    ],
    ['blank lines before it', '\n\r\nfecha,n\n2024-05-06,1\n', ',', ['fecha', 'n'], 'line 3'],
    ["Excel's own line", 'sep=;\r\nfecha;n\r\n2024-05-06;1,5\r\n', ';', ['fecha', 'n'], 'line 2'],
    ['names that are there twice', 'a,a,,b\n1,2,3,4\n', ',', ['a', 'a', '', 'b'], 'line 1'],
  ])('%s', async (_name, text, delimiter, columns, header) => {
    const hasHeader = header !== 'none';
    expect(await opened(text)).toEqual({ delimiter, quote: '"', encoding: 'utf-8', header, columns, hasHeader });
  });

  it('unless it is told', async () => {
    expect(await opened('a;b,c\n', { delimiter: ',', header: false })).toMatchObject({
      delimiter: ',',
      columns: ['1', '2'],
      header: 'none',
    });
    expect(await opened('1 2\n3 4\n', { delimiter: ' ', header: true })).toMatchObject({
      columns: ['1', '2'],
      header: 'line 1',
    });
    expect(await opened('a\tb,c\n', { delimiter: 'tab' })).toMatchObject({ delimiter: 'tab', columns: ['a', 'b,c'] });
    expect(await opened("'a,b',c\n", { quote: "'" })).toMatchObject({ quote: "'", columns: ['a,b', 'c'] });
    expect(await opened('"a,b\n', { quote: '' })).toMatchObject({ quote: 'none', columns: ['"a', 'b'] });
    await expect(open('a§b\n', { delimiter: '§' })).rejects.toThrow('The delimiter "§" is not a single sign of ASCII.');
    await expect(open('a,b\n', { quote: 'xx' })).rejects.toMatchObject({ code: 'FEED_UNREADABLE' });
    await expect(open('a,b\n', { encoding: 'morse' })).rejects.toMatchObject({ code: 'FEED_UNREADABLE' });
  });

  it('with its encoding and compression', async () => {
    expect(await opened(western('a\u00f1o\n1\n'))).toMatchObject({ encoding: 'windows-1252', columns: ['año'] });
    expect(await opened(Buffer.from('\ufeffaño;n\n', 'utf16le'))).toMatchObject({
      encoding: 'utf-16le',
      columns: ['año', 'n'],
    });
    expect(await opened(gzipSync('\ufeffaño;n\n'))).toMatchObject({
      encoding: 'utf-8',
      compression: 'gzip',
      columns: ['año', 'n'],
    });
  });
});

describe('records are staged', () => {
  it('with the line that each begins at, NULL for what is empty, and texts as they are', async () => {
    const records = await open(
      'a,b,c\r\n1, x ,""\r\n\r\n"say ""hi"" to\nall",,"""and a long one, for sure"""\r\n,,\r\nñ,"😀",3',
    );
    expect(await stageAll(records)).toEqual({
      rows: [
        ['2', '1', ' x ', null],
        ['4', 'say "hi" to\nall', null, '"and a long one, for sure"'],
        ['7', 'ñ', '😀', '3'],
      ],
      unreadable: [],
      records: 3,
    });
  });

  it('with the wanted columns only, one maybe twice, and in their order', async () => {
    const records = await open('a,b,c\n1,"2""",3\n4,5,6\n');
    expect((await stageAll(records, ['c', 'b', 'b'])).rows).toEqual([
      ['2', '3', '2"', '2"'],
      ['3', '6', '5', '5'],
    ]);
    expect((await stageAll(records, [])).rows).toEqual([['2'], ['3']]);
  });

  it('though all lines end in a delimiter, with the header or without it, or the header alone', async () => {
    const rows = [
      ['2', '1', '2'],
      ['3', '3', '4'],
    ];
    const both = await open('a,b,\n1,2,\n3,4,\n');
    expect(await stageAll(both, ['a', 'b'])).toEqual({ rows, unreadable: [], records: 2 });
    for (const text of ['a,b\n1,2,\n3,4,\n', 'a,b,\n1,2\n3,4\n']) {
      const records = await open(text);
      expect(records.columns).toEqual(['a', 'b']);
      expect(await stageAll(records)).toEqual({ rows, unreadable: [], records: 2 });
    }
  });

  it('of thousands of columns', async () => {
    const line = (of: (index: number) => string) => Array.from({ length: 5000 }, (_, index) => of(index)).join(',');
    const records = await open(`${line((index) => `c${index}`)}\n${line(String)}\n`);
    expect(records.columns).toHaveLength(5000);
    expect((await stageAll(records, ['c4999', 'c0'])).rows).toEqual([['2', '4999', '0']]);
  });

  it('without any, if there is a header only', async () => {
    expect(await stageAll(await open('fecha,n\n'))).toEqual({ rows: [], unreadable: [], records: 0 });
  });

  it('in the number of thousands, told as they come', async () => {
    const text = `n,texto\n${Array.from({ length: 45_000 }, (_, index) => `${index},"línea ""${index}"", larga, y aún más larga que otras"\n`).join('')}`;
    const counts: number[] = [];
    const staged = await openCsv(await fileOf(join(folder.path, 'long.csv'), gzipSync(text)), {}).then((records) =>
      stageAll({
        ...records,
        stage: (options) => records.stage({ ...options, onRecords: (count) => counts.push(count) }),
      }),
    );
    expect(staged.rows).toEqual(
      Array.from({ length: 45_000 }, (_, index) => [
        `${index + 2}`,
        `${index}`,
        `línea "${index}", larga, y aún más larga que otras`,
      ]),
    );
    expect(counts.length).toBeGreaterThan(1);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(45_000);
  }, 30_000);

  it('until it is told to stop', async () => {
    const records = await open('a,b\n1,2\n');
    const reason = new Error('stopped');
    const staged = stageAll({
      ...records,
      stage: (options) => records.stage({ ...options, signal: AbortSignal.abort(reason) }),
    });
    await expect(staged).rejects.toBe(reason);
  });
});

describe('what cannot be read', () => {
  it('is told with its line, the reason and its text, which can be asked for again', async () => {
    const text = 'a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,\0,3\n"1"x,2,3\n1,"2\nñ\n4,5,6\n';
    const records = await open(text);
    const staged = await stageAll(records);
    expect(staged.rows.map(([line]) => line)).toEqual(['2', '9']);
    expect(staged.unreadable).toEqual([
      { line: 3, reason: 'has 2 fields instead of 3', text: '1,2' },
      { line: 4, reason: 'has 4 fields instead of 3', text: '1,2,3,4' },
      { line: 5, reason: 'holds NUL bytes', text: '1,␀,3' },
      { line: 6, reason: 'has text behind a closing quote', text: '"1"x,2,3' },
      { line: 7, reason: 'opens a quote that is never closed', text: '1,"2' },
      { line: 8, reason: 'has 1 field instead of 3', text: 'ñ' },
    ]);
    expect(staged.records).toBe(8);
    expect(await records.textOf(new Set([2, 5, 8, 400]))).toEqual(
      new Map([
        [2, '1,2,3'],
        [5, '1,␀,3'],
        [8, 'ñ'],
      ]),
    );
    expect(await records.textOf(new Set())).toEqual(new Map());
  });

  it('is a line in another encoding', async () => {
    const mixed = Buffer.concat([Buffer.from('a,b\naño,1\n'), western('a\u00f1o,2\n'), Buffer.from('ñ,3\n')]);
    const reason = 'is not UTF-8 as the rest of the file is; say --encoding windows-1252 if it is';
    const records = await open(mixed);
    expect(records.recognised).toMatchObject({ encoding: 'utf-8, but not in all lines' });
    expect((await stageAll(records)).unreadable).toEqual([{ line: 3, reason, text: 'año,2' }]);
    expect((await stageAll(await open(mixed, { encoding: 'windows-1252' }))).rows[0]).toEqual(['2', 'aÃ±o', '1']);
    const told = await stageAll(await open(western('a,b\na\u00f1o,2\n1,2\n'), { encoding: 'utf-8' }));
    expect(told.unreadable).toMatchObject([{ line: 2, reason: 'is not UTF-8' }]);
    const odd = Buffer.concat([Buffer.from('\ufeffa,b\n1,2\n3,4', 'utf16le'), Buffer.from([0])]);
    expect((await stageAll(await open(odd))).unreadable).toMatchObject([{ line: 3, reason: 'is not UTF-16' }]);
  });

  it('is shown up to the limit, in whole characters', async () => {
    const records = await open(`a,b\n${'x'.repeat(4095)}😀,1,2\n`);
    expect((await stageAll(records)).unreadable).toMatchObject([{ line: 2, text: 'x'.repeat(4095) }]);
  });

  it('is a line of a hundred megabytes, of which nothing is kept', async () => {
    const block = Buffer.alloc(1024 * 1024, 'x');
    const file = await fileOf(join(folder.path, 'huge.csv'), 'a,b\n');
    const huge: SourceFile = {
      ...file,
      async *read() {
        yield Buffer.from('a,b\n1,2\n3,"4');
        for (let count = 0; count < 100; count++) yield block;
        yield Buffer.from('\n5,6\n');
      },
    };
    const records = await openCsv(huge, {});
    const staged = await stageAll(records);
    expect(staged.rows).toEqual([
      ['2', '1', '2'],
      ['4', '5', '6'],
    ]);
    expect(staged.unreadable).toEqual([{ line: 3, reason: 'is longer than 1 MiB', text: `3,"4${'x'.repeat(4092)}` }]);
    expect(await records.textOf(new Set([4]))).toEqual(new Map([[4, '5,6']]));
  }, 30_000);

  it('is a quote that is not closed for a mebibyte', async () => {
    const lines = `1,${'x'.repeat(1000)}\n`.repeat(1100);
    const staged = await stageAll(await open(`a,b\n${lines}3,"4\n${lines}`));
    expect(staged.rows).toHaveLength(2200);
    expect(staged.unreadable).toEqual([
      { line: 1102, reason: 'opens a quote that is not closed within 1 MiB', text: '3,"4' },
    ]);
  });

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'is empty: it has no bytes, not even a header. Get the file again.'],
    ['nothing, compressed', gzipSync(''), 'is empty: it has no bytes, not even a header. Get the file again.'],
    ['only a mark', '\ufeff', 'has no lines that hold anything, not even a header. Get the file again.'],
    ['only blank lines', '\n\r\n\n', 'has no lines that hold anything, not even a header. Get the file again.'],
    ['NULs', Buffer.alloc(100), 'is no CSV that can be read: line 1 holds NUL bytes.'],
    ['a first line over 1 MiB', 'x'.repeat(1_100_000), 'is no CSV that can be read: line 1 is longer than 1 MiB.'],
    [
      'a header with a bad quote',
      '"a,b\n1,2\n',
      'is no CSV that can be read: line 1 opens a quote that is never closed.',
    ],
    ['too many columns', `${'a,'.repeat(20_000)}a\n`, 'has more than 16384 columns: it is no feed.'],
  ])('is a file of %s', async (_name, content, sentence) => {
    await expect(open(content)).rejects.toMatchObject({
      code: 'FEED_UNREADABLE',
      message: `${join(folder.path, 'ventas.csv')} ${sentence}`,
    });
  });
});
