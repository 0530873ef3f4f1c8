import { csv, header, sale, sold, type BadFile } from './bad-file.ts';

const unreadable = (says: string) => ({ outcome: 'fallida', error: 'FEED_UNREADABLE', says }) as const;
const stopped = (says: string) => ({ outcome: 'stopped', error: 'FEED_UNREADABLE', says }) as const;
const misused = (says: string) => ({ outcome: 'stopped', error: 'USAGE', says }) as const;
const good = { outcome: 'cargada', counts: '1 = 1 + 0 + 0', sales: [sold(1)] } as const;
const described = (feedJson: string | Buffer) => ({ 'day.csv': csv(sale(1)), 'feed.json': feedJson });
/** Two good lines around one that is not, which is rejected. */
const second = (reject: string) =>
  ({ outcome: 'con_rechazos', counts: '3 = 2 + 1 + 0', rejects: [reject], sales: [sold(1), sold(3)] }) as const;

/** What is wrong with the store, the day, the feed or the columns, and with what is told of them. */
export const badPlaces: readonly BadFile[] = [
  {
    kind: 'a line of another store',
    files: { 'day.csv': csv(sale(1), sale(2, { tienda: 'C2' }), sale(3)) },
    flags: { feed: 'ventas', store: 'T1' },
    expected: {
      ...second('3 ubicacion_id "C2" is not T1, the store of this delivery'),
      says: 'T2 2024-05-07: None of its lines could be loaded.',
    },
  },
  {
    kind: 'a line of an unknown store',
    files: { 'day.csv': csv(sale(1), sale(2, { tienda: 'C9' }), sale(3)) },
    expected: second('3 ubicacion_id "C9" is not in ubicaciones, neither as an id nor as a code'),
  },
  {
    kind: 'a line without a store',
    files: { 'day.csv': csv(sale(1), sale(2, { tienda: '' }), sale(3)) },
    expected: second('3 ubicacion_id is missing'),
  },
  {
    kind: 'of an unknown store as a whole',
    files: { 'day.csv': csv(sale(1, { tienda: 'C9' })) },
    expected: {
      outcome: 'fallida',
      error: 'FEED_REFUSED',
      says: '1 of 1 lines cannot be loaded (the first: line 2, ubicacion_id "C9" is not in ubicaciones, neither as an id nor as a code); nothing was loaded. Mend the file or how it is described, or allow as many with --max-errors 1.',
      counts: '1 = 0 + 1 + 0',
      rejects: ['2 ubicacion_id "C9" is not in ubicaciones, neither as an id nor as a code'],
    },
  },
  {
    kind: 'an unknown store on the command line',
    files: { 'day.csv': csv(sale(1)) },
    flags: { feed: 'ventas', store: 'T9' },
    expected: {
      outcome: 'fallida',
      error: 'FEED_REFUSED',
      says: 'The store T9 is not in ubicaciones, neither as an id nor as a code. Correct --store, or load ubicaciones first.',
    },
  },
  {
    kind: 'an unknown product loads',
    files: { 'day.csv': csv(sale(1, { producto: 'NEW' })) },
    expected: { ...good, sales: [sold(1, { producto: 'NEW' })], placeholders: 1 },
  },
  {
    kind: 'a day to come',
    files: { 'day.csv': csv(sale(1), sale(2, { fecha: '2099-01-01' }), sale(3)) },
    expected: {
      ...second('3 fecha "2099-01-01" is in the future'),
      says: 'T1 2099-01-01: None of its lines could be loaded.',
    },
  },
  {
    kind: 'a line of another day',
    files: {
      '2024-05-07.csv': csv(sale(1), sale(2, { fecha: '2024-05-08' }), sale(3)),
      'feed.json': '{"feed": "ventas", "name": "{date}.csv"}',
    },
    flags: {},
    expected: {
      ...second('3 fecha "2024-05-08" is not of 2024-05-07'),
      says: 'T1 2024-05-08: None of its lines could be loaded.',
    },
  },
  {
    kind: 'a day on the command line that is none',
    files: { 'day.csv': csv(sale(1)) },
    flags: { feed: 'ventas', date: '2024-02-30' },
    expected: misused('--date must be a day as YYYY-MM-DD, not "2024-02-30"'),
  },
  {
    kind: 'an unknown feed',
    files: { 'day.csv': csv(sale(1)) },
    flags: { feed: 'venta' },
    expected: misused('--feed is no kind of feed: "venta" (did you mean "ventas"?)'),
  },
  {
    kind: 'columns of no feed',
    files: { 'day.csv': 'a,b,c\n1,2,3\n' },
    flags: {},
    expected: unreadable(
      'What feed this is cannot be told from its columns: a, b, c. Say it with --feed or "feed" in feed.json.',
    ),
  },
  {
    kind: 'a column twice',
    files: { 'day.csv': `${header},cantidad\n${sale(1)},3\n` },
    expected: {
      outcome: 'fallida',
      error: 'FEED_AMBIGUOUS',
      says: 'Several columns may be cantidad: cantidad (number 6), cantidad (number 8). Say which in feed.json, as in "columns": {"cantidad": 6}, or with --column cantidad=6.',
    },
  },
  {
    kind: 'a needed column is missing',
    files: { 'day.csv': 'tienda,fecha,producto,precio\nC1,2024-05-07,P1,1\n' },
    expected: unreadable(
      'The feed ventas needs cantidad, monto_total (or cantidad and precio_unitario, of which it is the product), which none of its columns is called: tienda, fecha, producto, precio. Say it in feed.json, as in "columns": {"cantidad": "THEIR NAME"}, or with --column "cantidad=THEIR NAME".',
    ),
  },
  {
    kind: 'a told column that is not there',
    files: { 'day.csv': csv(sale(1)) },
    flags: { feed: 'ventas', columns: { cantidad: 'Cant' } },
    expected: unreadable(
      `cantidad is told to be in column "Cant", which the file lacks (did you mean "cantidad"?); there are ${header.replaceAll(',', ', ')}.`,
    ),
  },
  {
    kind: 'a feed.json that is no JSON',
    files: described('{ "feed": "ventas", }'),
    expected: stopped('feed.json, line 1, column 21: this is not JSON: a name in "double quotes" is expected.'),
  },
  {
    kind: 'a feed.json with an unknown entry',
    files: described('{ "feeed": "ventas" }'),
    expected: stopped('feed.json: feeed is not known (did you mean "feed"?)'),
  },
  {
    kind: 'a feed.json with a wrong value',
    files: described('{ "feed": "ventas", "columns": [] }'),
    expected: stopped('feed.json: columns must be an object of our fields and their columns'),
  },
  {
    kind: 'a feed.json with a time zone that is none',
    files: described('{ "feed": "ventas", "timezone": "America/Caraca" }'),
    expected: stopped('feed.json: timezone is no time zone: "America/Caraca"; did you mean "America/Caracas"?'),
  },
  {
    kind: 'a feed.json in another encoding',
    files: described(Buffer.from('{ "store": "Cumaná" }', 'latin1')),
    expected: stopped('feed.json is not UTF-8: save it as UTF-8.'),
  },
  {
    kind: 'another name than feed.json says',
    files: described('{ "feed": "ventas", "name": "{date}.csv" }'),
    flags: {},
    expected: unreadable('day.csv is not named as feed.json says ("name": "{date}.csv").'),
  },
  {
    kind: 'a day in the name that is none',
    files: { '2024-02-31.csv': csv(sale(1)), 'feed.json': '{ "feed": "ventas", "name": "{date}.csv" }' },
    flags: {},
    expected: unreadable(
      '2024-02-31.csv: "2024-02-31" in its name is no day as YYYY-MM-DD or YYYYMMDD; where the year is last, "formats": {"date": "D/M/Y"} or "M/D/Y" says how it is written.',
    ),
  },
  {
    kind: 'two files with other rows of one day',
    files: { 'a.csv': csv(sale(1)), 'b.csv': csv(sale(1, { cantidad: '7' })) },
    expected: {
      outcome: 'fallida',
      error: 'FEED_REFUSED',
      says: 'T1 2024-05-07: a.csv holds other rows of the same store and day: load one of them, or say "parts": true in feed.json if together they are the day.',
      counts: '1 = 0 + 1 + 0',
      sales: [sold(1)],
    },
  },
  {
    kind: 'the same file twice',
    files: { 'a.csv': csv(sale(1)), 'b.csv': csv(sale(1)) },
    expected: {
      outcome: 'igual',
      says: 'The same delivery is loaded already; --force loads it again.',
      sales: [sold(1)],
    },
  },
];
