import { gzipSync } from 'node:zlib';
import { workbookFiles, workbookOf, zipOf } from '#testing/workbook.ts';
import { csv, header, needsColumns, record, sale, sold, type BadFile } from './bad-file.ts';

const unreadable = (says: string) => ({ outcome: 'fallida', error: 'FEED_UNREADABLE', says }) as const;
const corrupt = (says: string) => ({ outcome: 'fallida', error: 'SOURCE_CORRUPT', says }) as const;
const good = { outcome: 'cargada', counts: '1 = 1 + 0 + 0', sales: [sold(1)] } as const;
/** Two good lines around one that is not, which is rejected. */
const second = (reject: string) =>
  ({ outcome: 'con_rechazos', counts: '3 = 2 + 1 + 0', rejects: [reject], sales: [sold(1), sold(3)] }) as const;

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const sheet = (...lines: readonly string[]) =>
  [header, ...lines].map((line) => `<row>${line.split(',').map(cell).join('')}</row>`).join('');
const workbook = { sheets: { Hoja1: sheet(sale(1)) } };
const zippedAs = (says: NonNullable<Parameters<typeof zipOf>[0][number]['says']>) =>
  zipOf(workbookFiles(workbook).map((file) => (file.name.includes('sheet1') ? { ...file, says } : file)));
const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);

/** Long enough, and of such numbers, that compressed it is more than a header. */
const long = gzipSync(
  csv(...Array.from({ length: 500 }, (_, line) => sale(line, { cantidad: `${(line * 7919) % 997}` }))),
);
/** Its sum, which stands in the last 8 bytes, is another. */
const damaged = Buffer.from(long).fill(0, long.length - 8, long.length - 4);
const tar = Buffer.alloc(1536);
tar.write('day.csv');
tar.write('ustar', 257);
tar.write(csv(sale(1)), 512);

const json = (...records: readonly unknown[]) => JSON.stringify(records);
const lines = (...records: readonly unknown[]) => records.map((one) => JSON.stringify(one)).join('\n');

/** What is wrong with the format: another one than it seems, damaged, cut off, or none. */
export const badFormats: readonly BadFile[] = [
  { kind: 'CSV that is called XLSX loads', files: { 'day.xlsx': csv(sale(1)) }, expected: good },
  { kind: 'XLSX that is called CSV loads', files: { 'day.csv': workbookOf(workbook) }, expected: good },
  {
    kind: 'an HTML page',
    files: { 'day.csv': '<!DOCTYPE html>\n<html><body><h1>502 Bad Gateway</h1></body></html>\n' },
    expected: unreadable('day.csv is a page or an XML document, no feed: look what it says.'),
  },
  {
    kind: 'a PDF',
    files: { 'day.csv': '%PDF-1.7\n' },
    expected: unreadable('day.csv is a PDF document: ask for the data as CSV or XLSX.'),
  },
  {
    kind: 'a tar',
    files: { 'day.tar': tar },
    expected: unreadable('day.tar is a tar archive: unpack it first.'),
  },
  {
    kind: 'a compressed tar',
    files: { 'day.tar.gz': gzipSync(tar) },
    expected: unreadable('day.tar.gz is a tar archive: unpack it first.'),
  },
  {
    kind: 'a zip archive',
    files: { 'day.zip': zipOf([{ name: 'day.csv', content: csv(sale(1)) }]) },
    expected: unreadable('day.zip is a zip archive and no workbook: unpack it first.'),
  },
  {
    kind: 'a workbook of the old kind',
    files: { 'day.xlsx': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]) },
    expected: unreadable(
      'day.xlsx is a workbook with a password, or of the old kind (.xls): save it as .xlsx without a password, or as CSV.',
    ),
  },
  {
    kind: 'gzip that was cut off',
    files: { 'day.csv.gz': half(long) },
    expected: corrupt('day.csv.gz ends in the middle of its gzip data: it was cut off. Deliver it again.'),
  },
  {
    kind: 'gzip that is damaged',
    files: { 'day.csv.gz': damaged },
    expected: corrupt(
      'day.csv.gz is damaged: its gzip data cannot be decompressed (incorrect data check). Deliver it again.',
    ),
  },
  {
    kind: 'gzip with something behind it',
    files: { 'day.csv.gz': Buffer.concat([gzipSync(csv(sale(1))), Buffer.from('garbage')]) },
    expected: corrupt(
      'day.csv.gz is damaged: its gzip data cannot be decompressed (incorrect header check). Deliver it again.',
    ),
  },
  {
    kind: 'gzip in gzip',
    files: { 'day.csv.gz': gzipSync(gzipSync(csv(sale(1)))) },
    expected: unreadable('day.csv.gz is compressed twice: decompress it once.'),
  },
  {
    kind: 'gzip of nothing',
    files: { 'day.csv.gz': gzipSync('') },
    expected: unreadable('day.csv.gz is empty, without even a header: get the file again.'),
  },
  {
    kind: 'XLSX that was cut off',
    files: { 'day.xlsx': half(workbookOf(workbook)) },
    expected: corrupt('day.xlsx is an XLSX workbook that is damaged or not whole: get it again.'),
  },
  {
    kind: 'XLSX that is damaged',
    files: { 'day.xlsx': zippedAs({ crc32: 1 }) },
    expected: corrupt('day.xlsx is an XLSX workbook that is damaged or not whole: get it again.'),
  },
  {
    kind: 'XLSX with a password',
    files: { 'day.xlsx': zippedAs({ encrypted: true }) },
    expected: unreadable('day.xlsx is encrypted: save it without a password.'),
  },
  {
    kind: 'XLSX as a bomb',
    files: { 'day.xlsx': zippedAs({ expandedBytes: 2 ** 30 }) },
    expected: {
      outcome: 'fallida',
      error: 'FEED_REFUSED',
      says: 'day.xlsx is a workbook whose xl/worksheets/sheet1.xml grows to 1024 MiB: no feed is like that. Ask for it as CSV.',
    },
  },
  {
    kind: 'XLSX with two sheets',
    files: { 'day.xlsx': workbookOf({ sheets: { Enero: sheet(sale(1)), Febrero: sheet(sale(2)) } }) },
    expected: {
      outcome: 'fallida',
      error: 'FEED_AMBIGUOUS',
      says: 'day.xlsx has several sheets with rows: say --sheet "Enero", or "sheet" in feed.json; there are: Enero, Febrero.',
    },
  },
  {
    kind: 'XLSX without the told sheet',
    files: { 'day.xlsx': workbookOf(workbook) },
    flags: { feed: 'ventas', sheet: 'Marzo' },
    expected: unreadable('day.xlsx has no sheet Marzo; it has: Hoja1.'),
  },
  {
    kind: 'XLSX without rows',
    files: { 'day.xlsx': workbookOf({ sheets: { Hoja1: '' } }) },
    expected: unreadable('day.xlsx is empty, without even a header: get the file again.'),
  },
  {
    kind: 'Parquet that was cut off',
    files: { 'day.parquet': Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(500, 7)]) },
    expected: corrupt('day.parquet is a Parquet file that is damaged or not whole: get it again.'),
  },
  {
    kind: 'NDJSON with a broken line',
    files: { 'day.ndjson': [JSON.stringify(record(1)), '{"tienda":"C1",', JSON.stringify(record(3))].join('\n') },
    expected: second('2 is not valid JSON: it ends before its object does'),
  },
  {
    kind: 'NDJSON with a line that is no object',
    files: { 'day.ndjson': lines(record(1), [1, 2], record(3)) },
    expected: second('2 is not a JSON object'),
  },
  {
    kind: 'JSON with a value that is none',
    files: { 'day.json': json(record(1), record(2), record(3)).replace('"2",', 'NaN,') },
    expected: {
      outcome: 'con_rechazos',
      counts: '3 = 2 + 1 + 0',
      rejects: ['1 is not valid JSON: NaN is not a JSON value at byte 90'],
      sales: [sold(2), sold(3)],
    },
  },
  {
    kind: 'JSON that is one object',
    files: { 'day.json': JSON.stringify(record(1), null, 1) },
    expected: unreadable('day.json is a JSON object without any array of rows: it is no feed.'),
  },
  {
    kind: 'JSON that was cut off',
    files: { 'day.json': json(record(1), record(2)).slice(0, -20) },
    expected: corrupt('day.json breaks off in the middle: get the whole file.'),
  },
  {
    kind: 'JSON of an error',
    files: { 'day.json': '{"error":"no such store"}' },
    expected: unreadable(needsColumns('error')),
  },
  {
    kind: 'JSON with two lists',
    files: { 'day.json': JSON.stringify({ a: [record(1)], b: [record(2)] }) },
    expected: {
      outcome: 'fallida',
      error: 'FEED_AMBIGUOUS',
      says: 'day.json has several arrays that may be the rows; say which with --rows a, or "rows" in feed.json: a, b.',
    },
  },
  {
    kind: 'JSON with rows elsewhere than told',
    files: { 'day.json': JSON.stringify({ data: [record(1)] }) },
    flags: { feed: 'ventas', rows: 'data.items' },
    expected: unreadable(
      'day.json has no array of rows at data.items: say where the rows are with --rows, or "rows" in feed.json.',
    ),
  },
  {
    kind: 'an empty list in JSON',
    files: { 'day.json': '[]' },
    expected: unreadable(
      'day.json has no lines, and nothing says of which store and day: say it with --store and --date, and the day is noted as empty.',
    ),
  },
  {
    kind: 'lists in JSON',
    files: { 'day.json': '[[1,2],[3,4]]' },
    expected: unreadable('day.json has no record that can be read: the one in line 1 is not a JSON object.'),
  },
];
