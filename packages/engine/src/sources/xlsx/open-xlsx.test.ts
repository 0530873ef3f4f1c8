import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileFormat } from '../description/description.ts';
import { fileOf, stageAll, temporaryFolder } from '../records/testing/staged-rows.ts';
import { openXlsx } from './index.ts';
import { workbookFiles, workbookOf, zipOf, type WorkbookContent } from '#testing/workbook.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const openBytes = async (bytes: Buffer, format: FileFormat = {}) =>
  openXlsx(await fileOf(join(folder.path, 'ventas.xlsx'), bytes), format);
const open = (content: WorkbookContent, format?: FileFormat) => openBytes(workbookOf(content), format);

const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
const row = (...words: string[]) => `<row>${words.map(text).join('')}</row>`;
const filled = row('a') + row('x');

it('reads every kind of cell, and rows with gaps', async () => {
  const records = await open({
    strings: [
      '<t>Código</t>',
      '<r><t>Ca</t></r><r><t xml:space="preserve">fé </t></r><rPh><t>no</t></rPh>',
      '<t/>',
      '<t>a_x000D_&#10;&amp;_x005F_b</t>',
    ],
    sheets: {
      Hoja1: `<row r="1"/><row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3" t="str"><v>Precio</v></c></row>
        <row r="4"><c r="B4" t="s"><v>1</v></c><c r="C4"><v>7</v></c><c r="D4"><v>2.5499999999999998</v></c></row>
        <row r="5"><c r="B5" s="0"/><c r="D5" t="s"><v>2</v></c></row>
        <row r="9"><c r="B9" t="s"><v>3</v></c><c r="D9" t="e"><v>#N/A</v></c><c r="F9"><v>1</v></c></row>
        <row r="10"><c r="A10" t="b"><v>1</v></c><c r="B10" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c><c r="D10"><f>SUM(D4:D5)</f><v>1.5E-7</v></c></row>
        <row><c t="b"><v>0</v></c><c><v>007591234567890123</v></c><c t="d"><v>2026-01-31</v></c><c><v>536365.0</v></c></row>`,
    },
  });
  expect(records).toMatchObject({
    recognised: { sheet: 'Hoja1', header: 'row 3' },
    columns: ['1', 'Código', '3', 'Precio'],
  });
  expect(await stageAll(records)).toEqual({
    rows: [
      ['4', null, 'Café ', '7', '2.55'],
      ['9', null, 'a\r\n&_b', null, '#N/A'],
      ['10', 'true', 'inline', null, '0.00000015'],
      ['11', 'false', '007591234567890123', '2026-01-31', '536365'],
    ],
    unreadable: [],
    records: 4,
  });
  expect(await records.textOf(new Set([9, 10]))).toEqual(
    new Map([
      [9, '{"6":"1","Código":"a\\r\\n&_b","Precio":"#N/A"}'],
      [10, '{"1":"true","Código":"inline","Precio":"0.00000015"}'],
    ]),
  );
});

describe('dates', () => {
  const formats = [
    14,
    22,
    21,
    46,
    'dd/mm/yyyy',
    'yyyy\\-mm\\-dd\\ hh:mm',
    '[$-F400]h:mm:ss\\ AM/PM',
    '[hh]:mm',
    '#,##0.00 &quot;dias&quot;',
    '[Red]0.00',
    '0.00;dd',
  ];
  const cells = (value: number) =>
    `<row><c><v>1</v></c>${formats.map((_, style) => `<c s="${style + 1}"><v>${value}</v></c>`).join('')}</row>`;
  const header = `<row>${['n', ...formats].map((_, index) => text(`c${index}`)).join('')}</row>`;

  it.each([
    [
      40513.351388888892,
      [
        '1',
        '2010-12-01 08:26:00',
        '2010-12-01 08:26:00',
        '2010-12-01 08:26:00',
        '972320:26:00',
        '2010-12-01 08:26:00',
        '2010-12-01 08:26:00',
        '2010-12-01 08:26:00',
        '972320:26:00',
        '40513.35138888889',
        '40513.35138888889',
        '40513.35138888889',
      ],
    ],
    [
      46053,
      [
        '1',
        '2026-01-31',
        '2026-01-31 00:00:00',
        '2026-01-31 00:00:00',
        '1105272:00:00',
        '2026-01-31',
        '2026-01-31 00:00:00',
        '2026-01-31 00:00:00',
        '1105272:00:00',
        '46053',
        '46053',
        '46053',
      ],
    ],
    [
      0.75,
      [
        '1',
        '18:00:00',
        '18:00:00',
        '18:00:00',
        '18:00:00',
        '18:00:00',
        '18:00:00',
        '18:00:00',
        '18:00:00',
        '0.75',
        '0.75',
        '0.75',
      ],
    ],
  ])('are the texts that formats of dates show of %d', async (value, texts) => {
    const staged = await stageAll(await open({ formats, sheets: { h: header + cells(value) } }));
    expect(staged.rows).toEqual([['2', ...texts]]);
  });

  it.each([
    [1, '1900-01-01', '1904-01-02'],
    [59, '1900-02-28', '1904-02-29'],
    [60, '1900-02-29', '1904-03-01'],
    [61, '1900-03-01', '1904-03-02'],
    [-1, '-1', '-1'],
    [2_958_465, '9999-12-31', '2958465'],
    [2_958_466, '2958466', '2958466'],
  ])('count %d from 1900 as %s and from 1904 as %s', async (value, from1900, from1904) => {
    const content = { formats: [14], sheets: { h: `${row('f')}<row><c s="1"><v>${value}</v></c></row>` } };
    expect((await stageAll(await open(content))).rows).toEqual([['2', from1900]]);
    const old = await open({ ...content, from1904: true });
    expect(old.recognised).toMatchObject({ dates: 'from 1904' });
    expect((await stageAll(old)).rows).toEqual([['2', from1904]]);
  });
});

describe('sheets', () => {
  const sheets = { Notas: '<row><c/></row>', Ventas: filled, 'Más ventas': filled };

  it('takes the only one that has rows', async () => {
    const records = await open({ sheets: { ...sheets, 'Más ventas': '' } });
    expect(records.recognised['sheet']).toBe('Ventas');
  });

  it('asks which of several, and takes the one that is told', async () => {
    const message = expect.stringContaining(
      'say --sheet "Ventas", or "sheet" in feed.json; there are: Ventas, Más ventas.',
    );
    await expect(open({ sheets })).rejects.toMatchObject({ code: 'FEED_AMBIGUOUS', message });
    const records = await open({ sheets }, { sheet: 'más ventas' });
    expect(records.recognised['sheet']).toBe('Más ventas');
    expect((await stageAll(records)).rows).toEqual([['2', 'x']]);
  });

  it('names columns by number if there is no header', async () => {
    const records = await open({ sheets: { h: filled } }, { header: false });
    expect(records).toMatchObject({ columns: ['1'], hasHeader: false, recognised: { header: 'none' } });
    expect((await stageAll(records)).rows).toEqual([
      ['1', 'a'],
      ['2', 'x'],
    ]);
  });

  it('holds more rows than a batch', async () => {
    const long = 'ñ'.repeat(500);
    const many = Array.from({ length: 5000 }, (_, index) => row(`${long}${index}`)).join('');
    const { rows, records } = await stageAll(await open({ sheets: { h: row('a') + many + row(long.repeat(600)) } }));
    expect(records).toBe(5001);
    expect(rows[5000]).toEqual(['5002', long.repeat(600)]);
    expect(
      rows.slice(0, 5000).every(([line, words], index) => line === `${index + 2}` && words === `${long}${index}`),
    ).toBe(true);
  });
});

describe('refuses', () => {
  const files = workbookFiles({ sheets: { h: filled }, strings: ['<t>a</t>'] });
  const whole = zipOf(files);
  const withEntry = (name: string, change: object) =>
    zipOf(files.map((file) => (file.name === name ? { ...file, ...change } : file)));
  const sheet = 'xl/worksheets/sheet1.xml';
  const mebibyte = 1024 * 1024;

  it.each([
    ['a workbook that breaks off', whole.subarray(0, whole.length / 2), 'SOURCE_CORRUPT', 'damaged or not whole'],
    ['damaged bytes', withEntry(sheet, { says: { crc32: 1 } }), 'SOURCE_CORRUPT', 'damaged or not whole'],
    ['XML that is none', withEntry(sheet, { content: '<worksheet><row></worksheet>' }), 'SOURCE_CORRUPT', 'damaged'],
    [
      'text that is none',
      withEntry(sheet, { content: Buffer.from([0x3c, 0x61, 0x3e, 0xff]) }),
      'SOURCE_CORRUPT',
      'damaged',
    ],
    ['a lying size', withEntry(sheet, { says: { expandedBytes: 10 } }), 'SOURCE_CORRUPT', 'damaged'],
    ['a missing sheet', zipOf(files.filter(({ name }) => name !== sheet)), 'FEED_UNREADABLE', `it has no ${sheet}`],
    [
      'another zip',
      zipOf([{ name: 'ventas.csv', content: 'a' }]),
      'FEED_UNREADABLE',
      'is a zip archive and no workbook',
    ],
    ['xlsb', zipOf([{ name: 'xl/workbook.bin', content: 'a' }]), 'FEED_UNREADABLE', 'is a binary workbook (.xlsb)'],
    ['ods', zipOf([{ name: 'content.xml', content: 'a' }]), 'FEED_UNREADABLE', 'is an OpenDocument file'],
    ['encryption', withEntry(sheet, { says: { encrypted: true } }), 'FEED_UNREADABLE', 'is encrypted'],
    [
      'a sheet that is a bomb',
      withEntry(sheet, { says: { expandedBytes: 257 * mebibyte } }),
      'FEED_REFUSED',
      'grows to 257 MiB',
    ],
    [
      'texts that are a bomb',
      withEntry('xl/sharedStrings.xml', { says: { expandedBytes: 257 * mebibyte } }),
      'FEED_REFUSED',
      'xl/sharedStrings.xml grows to 257 MiB',
    ],
    [
      'entities that grow',
      withEntry(sheet, { content: '<!DOCTYPE a [<!ENTITY b "x">]><worksheet>&b;</worksheet>' }),
      'SOURCE_CORRUPT',
      'damaged',
    ],
    ['sheets without rows', workbookOf({ sheets: { h: '' } }), 'FEED_UNREADABLE', 'is empty, without even a header'],
  ])('%s', async (_, bytes, code, message) => {
    const staged = openBytes(bytes).then((records) => stageAll(records));
    await expect(staged).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it('a sheet that it has not', async () => {
    const message = expect.stringContaining('has no sheet Ventas; it has: h.');
    await expect(openBytes(whole, { sheet: 'Ventas' })).rejects.toMatchObject({ code: 'FEED_UNREADABLE', message });
  });

  it('to go on when it is told to stop', async () => {
    const stopped = new AbortController();
    const records = await openBytes(whole);
    stopped.abort(new Error('stop'));
    const read = stageAll({ ...records, stage: (options) => records.stage({ ...options, signal: stopped.signal }) });
    await expect(read).rejects.toThrow('stop');
  });
});
