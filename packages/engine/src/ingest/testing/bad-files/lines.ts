import { csv, header, needsColumns, oldDay, oneColumn, sale, sold, type BadFile } from './bad-file.ts';

const utf16 = (text: string, ...more: number[]) => Buffer.concat([Buffer.from(text, 'utf16le'), Buffer.from(more)]);
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const unreadable = (says: string) => ({ outcome: 'fallida', error: 'FEED_UNREADABLE', says }) as const;
const manyColumns = (count: number) =>
  [(column: number) => `c${column}`, () => '1']
    .map((text) => Array.from({ length: count }, (_, column) => text(column)).join(','))
    .join('\n');
/** Two good lines around one that is not, which is rejected. */
const second = (reject: string) =>
  ({ outcome: 'con_rechazos', counts: '3 = 2 + 1 + 0', rejects: [reject], sales: [sold(1), sold(3)] }) as const;

/** What is wrong with lines and letters: the file cannot be taken apart, or some of its lines cannot. */
export const badLines: readonly BadFile[] = [
  {
    kind: 'empty',
    files: { 'day.csv': '' },
    expected: unreadable('day.csv is empty, without even a header: get the file again.'),
  },
  {
    kind: 'blank lines only',
    files: { 'day.csv': '\n\r\n  \n\t\n' },
    expected: unreadable('day.csv has no lines that hold anything, not even a header. Get the file again.'),
  },
  {
    kind: 'a byte order mark only',
    files: { 'day.csv': '\uFEFF' },
    expected: unreadable('day.csv has no lines that hold anything, not even a header. Get the file again.'),
  },
  {
    kind: 'header only, of an unknown day',
    files: { 'day.csv': csv() },
    expected: unreadable(
      'day.csv has no lines, and nothing says of which store and day: say it with --store and --date, and the day is noted as empty.',
    ),
  },
  {
    kind: 'header only, of a day that has sales',
    files: { 'day.csv': csv() },
    flags: { feed: 'ventas', store: oldDay.store, date: oldDay.date },
    expected: {
      outcome: 'fallida',
      error: 'FEED_REFUSED',
      says: 'T1 2024-05-06: The delivery has no line, and the day has 1: --force takes them away.',
    },
  },
  {
    kind: 'header only, of another day',
    files: { 'day.csv': csv() },
    flags: { feed: 'ventas', store: 'C1', date: '2024-05-07' },
    expected: { outcome: 'vacia' },
  },
  {
    kind: 'no header',
    files: { 'day.csv': `${sale(1)}\n${sale(2)}\n` },
    expected: unreadable(
      needsColumns('1, 2, 3, 4, 5, 6, 7', ' There is no header: columns are told by number.')
        .replace('"THEIR NAME"}', '1}')
        .replace('THEIR NAME', '1'),
    ),
  },
  {
    kind: 'neither header nor feed',
    files: { 'day.csv': `${sale(1)}\n${sale(2)}\n` },
    flags: {},
    expected: unreadable(
      'What feed this is cannot be told from its columns: 1, 2, 3, 4, 5, 6, 7. Say it with --feed or "feed" in feed.json.',
    ),
  },
  {
    kind: 'a title above the header',
    files: { 'day.csv': `Reporte de ventas\nTienda C1\n\n${csv(sale(1), sale(2))}` },
    expected: unreadable(needsColumns('Reporte de ventas', oneColumn)),
  },
  {
    kind: 'the header again in the middle',
    files: { 'day.csv': csv(sale(1), header, sale(3)) },
    expected: second('3 ubicacion_id "tienda" is not in ubicaciones, neither as an id nor as a code'),
  },
  {
    kind: 'ragged rows',
    files: { 'day.csv': csv(sale(1), `${sale(2)},x`, sale(3), 'C1,2024-05-07,A', sale(5)) },
    expected: {
      outcome: 'con_rechazos',
      counts: '5 = 3 + 2 + 0',
      rejects: ['3 has 8 fields instead of 7', '5 has 3 fields instead of 7'],
      sales: [sold(1), sold(3), sold(5)],
    },
  },
  {
    kind: 'a decimal comma between commas',
    files: { 'day.csv': csv(sale(1), sale(2, { precio: '1,50' }), sale(3)) },
    expected: second('3 has 8 fields instead of 7'),
  },
  {
    kind: 'a quote never closed',
    files: { 'day.csv': csv(sale(1), sale(2, { producto: '"P1' }), sale(3)) },
    expected: second('3 opens a quote that is never closed'),
  },
  {
    kind: 'a quote never closed in the header',
    files: { 'day.csv': `"${csv(sale(1))}` },
    expected: unreadable('day.csv is no CSV that can be read: line 1 opens a quote that is never closed.'),
  },
  {
    kind: 'a text behind a closing quote',
    files: { 'day.csv': csv(sale(1), sale(2, { producto: '"P1"x' }), sale(3)) },
    expected: second('3 has text behind a closing quote'),
  },
  {
    kind: 'a NUL byte',
    files: { 'day.csv': csv(sale(1), sale(2, { producto: 'P\u00001' }), sale(3)) },
    expected: second('3 holds NUL bytes'),
  },
  {
    kind: 'NUL bytes only',
    files: { 'day.csv': Buffer.alloc(4096) },
    expected: unreadable('day.csv is no CSV that can be read: line 1 holds NUL bytes.'),
  },
  {
    kind: 'two encodings',
    files: {
      'day.csv': Buffer.concat([
        Buffer.from(csv(sale(1, { producto: 'Café' }))),
        latin1(sale(2, { producto: 'Caf\xe9' })),
      ]),
    },
    expected: {
      outcome: 'con_rechazos',
      counts: '2 = 1 + 1 + 0',
      rejects: ['3 is not UTF-8 as the rest of the file is; say --encoding windows-1252 if it is'],
      sales: [sold(1, { producto: 'Café' })],
      placeholders: 1,
    },
  },
  {
    kind: 'UTF-16 without a byte order mark',
    files: { 'day.csv': utf16(csv(sale(1, { producto: 'Café' }))) },
    expected: {
      outcome: 'cargada',
      counts: '1 = 1 + 0 + 0',
      sales: [sold(1, { producto: 'Café' })],
      placeholders: 1,
    },
  },
  {
    kind: 'UTF-16 that was cut within a letter',
    files: { 'day.csv': utf16(`\uFEFF${csv(sale(1))}`, 0x41) },
    expected: {
      outcome: 'con_rechazos',
      counts: '2 = 1 + 1 + 0',
      rejects: ['3 has 1 field instead of 7'],
      sales: [sold(1)],
    },
  },
  {
    kind: 'another encoding than told',
    files: { 'day.csv': latin1(csv(sale(1), sale(2, { producto: 'Caf\xe9' }), sale(3))) },
    flags: { feed: 'ventas', encoding: 'utf-8' },
    expected: second('3 is not UTF-8'),
  },
  {
    kind: 'another delimiter than told',
    files: { 'day.csv': csv(sale(1)) },
    flags: { feed: 'ventas', delimiter: ';' },
    expected: unreadable(needsColumns('tienda,fecha,factura,linea,producto,cant...', oneColumn)),
  },
  {
    kind: "an old Macintosh's line ends",
    files: { 'day.csv': csv(sale(1), sale(2)).replaceAll('\n', '\r') },
    expected: { outcome: 'cargada', counts: '2 = 2 + 0 + 0', sales: [sold(1), sold(2)] },
  },
  {
    kind: 'thousands of columns',
    files: { 'day.csv': manyColumns(5000) },
    expected: unreadable(
      needsColumns(`${Array.from({ length: 30 }, (_, column) => `c${column}`).join(', ')} and 4970 more`),
    ),
  },
  {
    kind: 'more columns than any feed has',
    files: { 'day.csv': manyColumns(20_000) },
    expected: unreadable('day.csv has more than 16384 columns: it is no feed.'),
  },
  {
    kind: 'a huge line among others',
    files: { 'day.csv': csv(sale(1), sale(2, { producto: 'x'.repeat(3_000_000) }), sale(3)) },
    expected: second('3 is longer than 1 MiB'),
  },
  {
    kind: 'one huge line',
    files: { 'day.csv': 'x'.repeat(3_000_000) },
    expected: unreadable('day.csv is no CSV that can be read: line 1 is longer than 1 MiB.'),
  },
  {
    kind: 'too many lines that cannot be read',
    files: { 'day.csv': csv(sale(1), sale(2), sale(3), 'x', 'y', 'z') },
    maxErrors: 2,
    expected: {
      outcome: 'fallida',
      error: 'FEED_REFUSED',
      says: 'More than 2 lines cannot be read; the last one seen is line 7, which has 1 field instead of 7. Nothing was loaded; --max-errors allows more.',
    },
  },
  {
    kind: 'a line that comes twice, with its number',
    files: { 'day.csv': csv(sale(1), sale(1), sale(2)) },
    expected: { outcome: 'cargada', counts: '3 = 2 + 0 + 1', sales: [sold(1), sold(2)] },
  },
  {
    kind: 'another line of the same number',
    files: { 'day.csv': csv(sale(1), sale(1, { cantidad: '5' })) },
    expected: { outcome: 'cargada', counts: '2 = 2 + 0 + 0', sales: [sold(1), sold(1, { amounts: '5 7.5' })] },
  },
];
