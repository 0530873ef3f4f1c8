import { describe, expect, it } from 'vitest';
import { describe as describeFile } from './describe.ts';
import type { FeedEntry } from './feed-file-schema.ts';
import { parseFeedFile } from './feed-file.ts';
import { dateOfName, namePattern, type NamePattern } from './name-pattern.ts';
import { failOfFlags } from './problems.ts';
import { nothingTold, toldBy } from './told.ts';

function pattern(text: string): NamePattern {
  const read = namePattern(text);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

function described(path: string, entry: FeedEntry | undefined, flags: FeedEntry = {}) {
  const [rule] = entry === undefined ? [] : parseFeedFile(Buffer.from(JSON.stringify(entry)), 'feed.json');
  return describeFile(path, rule, toldBy(flags, failOfFlags));
}

describe('a form of names', () => {
  it.each([
    ['{store}_{date}.csv', '/in/TIENDA_01_2024-05-03.csv', { store: 'TIENDA_01', date: '2024-05-03' }],
    ['{store}_{date}.csv', 'TIENDA_01_20240503.CSV.GZ', { store: 'TIENDA_01', date: '20240503' }],
    ['{store}/{date}.csv', '/in/Sucursal Ñandú/2024-05-03.csv.zst', { store: 'Sucursal Ñandú', date: '2024-05-03' }],
    ['{store}/{date}.csv', '2024-05-03.csv', undefined],
    ['{date}.csv', '/a/b/1.5.2024.csv', { date: '1.5.2024' }],
    ['{date}.csv', '/a/b/ventas.csv', undefined],
    ['ventas_*.csv', '/in/ventas_1.csv', {}],
    ['ventas_*.csv', '/in/ventas_1.txt', undefined],
    ['ventas_*.csv', '/ventas_/1.csv', undefined],
    ['{store}/*/{date}_?.csv', '/T1/2024/20240503_a.csv', { store: 'T1', date: '20240503' }],
    ['a(1)+[x].{date}', 'a(1)+[x].20240503', { date: '20240503' }],
    ['Café_{date}.csv', 'CAFE\u0301_20240503.csv', { date: '20240503' }],
    ['*.csv', 'x.csvx', undefined],
  ])('%s of %s', (text, path, parts) => {
    expect(pattern(text).match(path)).toEqual(parts);
  });

  it.each([
    ['2024-05-03', undefined, '2024-05-03'],
    ['2024_5_3', undefined, '2024-05-03'],
    ['20240503', undefined, '2024-05-03'],
    ['20240532', undefined, undefined],
    ['03052024', undefined, undefined],
    ['03052024', 'dmy', '2024-05-03'],
    ['05032024', 'mdy', '2024-05-03'],
    ['03.05.2024', undefined, undefined],
    ['03.05.2024', 'dmy', '2024-05-03'],
    ['5-3-2024', 'mdy', '2024-05-03'],
    ['2024-05-03', 'dmy', '2024-05-03'],
    ['20240503', 'dmy', '2024-05-03'],
    ['20122012', 'dmy', '2012-12-20'],
  ] as const)('the day %s, as %s', (text, order, date) => {
    expect(dateOfName(text, order)).toBe(date);
  });
});

describe('of a file', () => {
  it('knows nothing of a file of which nothing is told', () => {
    expect(described('/in/x.csv', undefined)).toEqual({ ...nothingTold, parts: false, partial: false, origins: {} });
  });

  it('lets flags win over feed.json, and that over the name', () => {
    const entry: FeedEntry = {
      feed: 'ventas',
      name: '{store}_{date}.csv',
      date: '2024-01-01',
      formats: { decimal: ',', date: 'D/M/Y' },
    };
    expect(described('/in/T9_20240503.csv', entry, { feed: 'facturas', formats: { decimal: '.' } })).toMatchObject({
      feed: 'facturas',
      store: 'T9',
      createsStore: true,
      date: '2024-01-01',
      values: { decimal: '.', dateOrder: 'dmy' },
      origins: { store: "the file's name", date: 'feed.json' },
    });
  });

  it.each<[FeedEntry | undefined, FeedEntry, boolean | undefined]>([
    [{ store: 'T1' }, {}, true],
    [{ name: '{store}.csv' }, {}, true],
    [{ constants: { ubicacion_id: 'T1' } }, {}, true],
    [{ store: 'T1' }, { store: 'T1' }, true],
    [{ store: 'T2' }, { store: 'T1' }, false],
    [undefined, { store: 'T1' }, false],
    [{ feed: 'ventas' }, { constants: { ubicacion_id: 'T1' } }, false],
    [{ feed: 'ventas' }, {}, undefined],
  ])('creates a store only where feed.json names it: %j with %j', (entry, flags, createsStore) => {
    expect(described('/in/T1.csv', entry, flags).createsStore).toBe(createsStore);
  });

  it('takes each field from one place', () => {
    const entry: FeedEntry = { columns: { cantidad: 'Q', linea: 'L' }, constants: { costo_unitario: '1' } };
    const flags: FeedEntry = { columns: { costo_unitario: 'C' }, constants: { linea: '7' } };
    expect(described('x.csv', entry, flags)).toMatchObject({
      columns: { cantidad: 'Q', costo_unitario: 'C' },
      constants: { linea: '7' },
    });
  });

  it('refuses names that have not the form that was told', () => {
    const entry: FeedEntry = { name: '{store}_{date}.csv' };
    expect(() => described('/in/T1.csv', entry)).toThrow(
      '/in/T1.csv is not named as feed.json says ("name": "{store}_{date}.csv").',
    );
    expect(() => described('/in/T1_20240230.csv', entry)).toThrow(
      '"20240230" in its name is no day as YYYY-MM-DD or YYYYMMDD; where the year is last',
    );
    expect(() => described('/in/T1_03-05-2024.csv', entry)).toThrow('"formats": {"date": "D/M/Y"} or "M/D/Y" says how');
    expect(described('/in/T1_03-05-2024.csv', { ...entry, formats: { date: 'D/M/Y' } }).date).toBe('2024-05-03');
  });
});

it.each([
  ['UTF-16', 'utf-16'],
  ['us_ascii', 'utf-8'],
  ['Latin 1', 'windows-1252'],
])('takes the encoding %s for %s', (encoding, known) => {
  expect(toldBy({ encoding }, failOfFlags).file.encoding).toBe(known);
});

it.each<[FeedEntry, string]>([
  [{ date: 'today' }, '--date must be a day as YYYY-MM-DD, not "today"'],
  [{ columns: { producto: 'x' } }, '--column producto is no field of any feed (did you mean "producto_id"?)'],
  [{ constants: { producto: 'x' } }, '--constant producto is no field'],
  [{ feed: 'sales' }, '--feed is no kind of feed: "sales": there are ventas,'],
  [{ timezone: 'Caracas' }, '--timezone is no time zone: "Caracas"'],
  [{ encoding: 'x' }, '--encoding must be utf-8'],
  [{ encoding: 'constructor' }, '--encoding must be utf-8'],
])('names the flag of %j', (flags, sentence) => {
  expect(() => toldBy(flags, failOfFlags)).toThrow(sentence);
});
