import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseFeedFile, readFeedFile } from './feed-file.ts';

const parse = (value: unknown) => parseFeedFile(Buffer.from(JSON.stringify(value)), 'feed.json');

it('understands all that a description may say', () => {
  const [rule] = parse({
    feed: 'ventas',
    store: 'TIENDA_01',
    timezone: 'Europe/London',
    date: '2024-05-03',
    columns: { producto_id: 'StockCode', cantidad: 4 },
    constants: { linea: 1 },
    defaults: { costo_unitario: '0' },
    formats: { date: 'D/M/Y', decimal: ',', true: ['si'], false: ['no'], null: ['-'], excessDecimals: 'round' },
    encoding: 'Latin-1',
    delimiter: 'tab',
    quote: "'",
    header: true,
    sheet: 'Hoja1',
    rows: 'data.items',
    format: 'csv',
    files: 'ventas_*.csv',
    name: 'ventas_{store}_{date}.csv',
    parts: true,
    partial: false,
  });
  expect(rule).toMatchObject({
    place: 'feed.json',
    files: { text: 'ventas_*.csv' },
    name: { text: 'ventas_{store}_{date}.csv' },
  });
  expect(rule?.told).toEqual({
    feed: 'ventas',
    store: 'TIENDA_01',
    timezone: 'Europe/London',
    date: '2024-05-03',
    columns: { producto_id: 'StockCode', cantidad: 4 },
    constants: { linea: '1' },
    defaults: { costo_unitario: '0' },
    values: {
      dateOrder: 'dmy',
      decimal: ',',
      trueTexts: ['si'],
      falseTexts: ['no'],
      nullTexts: ['-'],
      excessDecimals: 'round',
    },
    file: {
      format: 'csv',
      encoding: 'windows-1252',
      delimiter: '\t',
      quote: "'",
      header: true,
      sheet: 'Hoja1',
      rows: 'data.items',
    },
    parts: true,
    partial: false,
  });
});

it('takes the store and the date as constants for what they are', () => {
  const [rule] = parse({ constants: { ubicacion_id: 'T1', fecha: '2024-05-03', linea: 1 } });
  expect(rule?.told).toMatchObject({ store: 'T1', date: '2024-05-03', constants: { linea: '1' } });
});

describe('one sentence says what is wrong, and where:', () => {
  it.each<[unknown, string]>([
    [3, 'feed.json: it must be an object'],
    [[], 'feed.json: it describes nothing'],
    [[{ feed: 'ventas' }], 'feed.json: [0].files is missing: in a list, each description says which files it is about'],
    [[{ files: 'a*' }, { files: 'b*', fed: 1 }], 'feed.json: [1].fed is not known (did you mean "feed"?)'],
    [{ zone: 'x' }, 'feed.json: zone is not known: there are feed, store, timezone'],
    [{ feed: 'venta' }, 'feed.json: feed is no kind of feed: "venta" (did you mean "ventas"?)'],
    [{ feed: 'zzz' }, 'feed is no kind of feed: "zzz": there are ventas, facturas, inventario'],
    [{ feed: 1 }, 'feed.json: feed must be one of ventas, facturas'],
    [{ formats: { dates: 'D/M/Y' } }, 'feed.json: formats.dates is not known (did you mean "date"?)'],
    [{ formats: { date: 'DD/MM' } }, 'feed.json: formats.date must be "D/M/Y" or "M/D/Y" or "Y-M-D"'],
    [{ formats: { true: 'si' } }, 'feed.json: formats.true must be a list of texts that mean yes'],
    [{ formats: { true: [1] } }, 'feed.json: formats.true.0 must be a text in quotes that is not empty'],
    [
      { columns: { cantidad: 0 } },
      "feed.json: columns.cantidad must be the name of the file's column, or its number from 1",
    ],
    [{ columns: ['a'] }, 'feed.json: columns must be an object of our fields and their columns'],
    [
      { feed: 'ventas', columns: { producto: 'A' } },
      'feed.json: columns.producto is no field of the feed ventas (did you mean "producto_id"?)',
    ],
    [
      { feed: 'ventas', columns: { stock_nuevo: 'A' } },
      'columns.stock_nuevo is no field of the feed ventas: there are ubicacion_id, fecha, ',
    ],
    [{ columns: { colour: 'A' } }, 'feed.json: columns.colour is no field of any feed'],
    [
      { constants: { cantidad: 1.5 } },
      'feed.json: constants.cantidad must be a text in quotes, a whole number, or true or false',
    ],
    [
      { constants: { cantidad: 1 }, columns: { cantidad: 'A' } },
      'constants.cantidad is told to be a column too: leave one out',
    ],
    [{ store: 'A', constants: { ubicacion_id: 'B' } }, 'feed.json: constants.ubicacion_id contradicts "A"'],
    [{ date: '2024-02-30' }, 'feed.json: date must be a day as YYYY-MM-DD, not "2024-02-30"'],
    [{ constants: { fecha: 'hoy' } }, 'feed.json: constants.fecha must be a day as YYYY-MM-DD, not "hoy"'],
    [{ timezone: 'america/caracas' }, 'timezone is no time zone: "america/caracas"; did you mean "America/Caracas"?'],
    [{ timezone: '-04:00' }, 'feed.json: timezone is no time zone: "-04:00"'],
    [{ encoding: 'ebcdic' }, 'feed.json: encoding must be utf-8, windows-1252, utf-16le or utf-16be, not "ebcdic"'],
    [{ delimiter: ';;' }, 'feed.json: delimiter must be one character, or tab, not ";;"'],
    [{ quote: '""' }, 'feed.json: quote must be one character, or "" for none'],
    [{ name: '{tienda}.csv' }, 'feed.json: name knows no {tienda}'],
    [{ name: '{store}/{store}.csv' }, 'feed.json: name has {store} twice'],
    [{ name: 'ventas.csv' }, 'feed.json: name tells nothing: it needs {store} or {date}'],
  ])('%j', (value, sentence) => {
    const refused = expect.objectContaining({ code: 'FEED_UNREADABLE', message: expect.stringContaining(sentence) });
    expect(() => parse(value)).toThrow(refused);
  });

  it('where it is no JSON', () => {
    const parseText = (text: string | Buffer) => () => parseFeedFile(Buffer.from(text), '/data/feed.json');
    expect(parseText('{\n "feed": ventas }')).toThrow(
      '/data/feed.json, line 2, column 10: this is not JSON: a value is expected',
    );
    expect(parseText(Buffer.from([0x7b, 0xff, 0x7d]))).toThrow('/data/feed.json is not UTF-8: save it as UTF-8.');
    expect(parseText('\uFEFF{}')).not.toThrow();
  });
});

it('reads one from the disk, if it is there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fluxion-feed-'));
  try {
    const path = join(folder, 'feed.json');
    expect(await readFeedFile(path)).toBeUndefined();
    expect(await readFeedFile(join(path, 'feed.json'))).toBeUndefined();
    await writeFile(path, '{ "feed": "facturas" }');
    expect(await readFeedFile(path)).toMatchObject([{ place: path, told: { feed: 'facturas' } }]);
    expect(await readFeedFile(join(path, 'feed.json'))).toBeUndefined();
    await writeFile(path, ' '.repeat(2 ** 20 + 1));
    await expect(readFeedFile(path)).rejects.toThrow('is larger than a description ever is');
    await expect(readFeedFile(folder)).rejects.toMatchObject({ code: 'SOURCE_UNREADABLE' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
