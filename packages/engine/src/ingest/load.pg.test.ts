import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileDeliveries } from '../sources/index.ts';
import type { LoadOptions } from './load-options.ts';
import { load } from './load.ts';

let folder: string;
let database: TestDatabase;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fluxion-load-'));
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(
    `INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('T1', 'C1', 'Uno', 'tienda'), ('T2', 'C2', 'Dos', 'tienda');
     INSERT INTO productos (id, codigo, descripcion, categoria) VALUES ('P1', 'P1', 'Harina', 'Víveres')`,
  );
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Writes files by name below the folder. */
async function files(contents: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(contents)) {
    const path = join(folder, 'in', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}

/** Loads the folder, with names told from there. */
async function loaded(
  options: Partial<LoadOptions> = {},
  flags: Parameters<typeof fileDeliveries>[1] = {},
): Promise<Awaited<ReturnType<typeof load>>> {
  const { deliveries } = await fileDeliveries([join(folder, 'in')], flags, { folder });
  const reports = await load({ pool: database.pool, folder, deliveries, ...options });
  return reports.map((report) => ({ ...report, name: report.name.replaceAll(`${join(folder, 'in')}/`, '') }));
}

const query = async (sql: string) => (await database.pool.query(sql)).rows;
const sales = async () =>
  (
    await query(`SELECT concat_ws(' ', ubicacion_id, fecha, id, numero_factura, producto_id, trim_scale(cantidad), trim_scale(monto_total)) AS sale
    FROM ventas_raw ORDER BY ubicacion_id, fecha, id`)
  ).map(({ sale }) => sale);

const header = 'tienda,fecha,factura,linea,producto,cantidad,precio';
const day = `${header}\nC1,2024-05-06,A1,1,P1,2,1.50\nC1,2024-05-06,A1,2,P1,2,1.50\nC1,2024-05-06,A2,1,new,-1,3\n`;

describe('a file', () => {
  it('is loaded, skipped when it comes again, and loaded again when it is understood otherwise', async () => {
    await files({ 'day.csv': day });
    const [first] = await loaded({}, { feed: 'ventas' });
    expect(first).toMatchObject({
      name: 'day.csv',
      feed: 'ventas',
      outcome: 'cargada',
      read: 3,
      loaded: 3,
      rejected: 0,
      placeholders: 1,
      sums: { read: { cantidad: '3', monto_total: '3' }, loaded: { cantidad: '3', monto_total: '3' } },
      error: null,
    });
    expect(await sales()).toEqual([
      'T1 2024-05-06 1 A1 P1 2 3',
      'T1 2024-05-06 2 A1 P1 2 3',
      'T1 2024-05-06 3 A2 new -1 -3',
    ]);
    const [again] = await loaded({}, { feed: 'ventas' });
    expect(again).toMatchObject({ outcome: 'igual', message: expect.stringContaining('--force') });
    await query('UPDATE ventas_raw SET monto_total = 4 WHERE id = 1');
    expect(await loaded({}, { feed: 'ventas' })).toMatchObject([{ outcome: 'cargada', loaded: 3 }]);
    const [otherwise] = await loaded({}, { feed: 'ventas', constants: { costo_unitario: '1' } });
    expect(otherwise).toMatchObject({ outcome: 'cargada', loaded: 3 });
    const [rows] = await query(`SELECT count(*)::int AS n, sum(costo_unitario)::int AS cost FROM ventas_raw`);
    expect(rows).toEqual({ n: 3, cost: 3 });
    expect(await query('SELECT resultado, filas_leidas, filas_cargadas FROM entregas ORDER BY id')).toEqual([
      { resultado: 'cargada', filas_leidas: '3', filas_cargadas: '3' },
      { resultado: 'igual', filas_leidas: '0', filas_cargadas: '0' },
      { resultado: 'cargada', filas_leidas: '3', filas_cargadas: '3' },
      { resultado: 'cargada', filas_leidas: '3', filas_cargadas: '3' },
    ]);
  });

  it('of a year brings only the days that changed', async () => {
    const days = (price: string) =>
      [
        header,
        ...Array.from(
          { length: 40 },
          (_, n) => `T${(n % 2) + 1},2024-0${(n % 9) + 1}-01,A,${n},P1,1,${n === 7 ? price : '1'}`,
        ),
      ].join('\n');
    await files({ 'year.csv': days('1') });
    expect(await loaded({}, { feed: 'ventas' })).toMatchObject([{ loaded: 40, same: 0 }]);
    await files({ 'year.csv': days('2') });
    const [report] = await loaded({}, { feed: 'ventas' });
    expect(report?.units.filter(({ outcome }) => outcome === 'cargada')).toMatchObject([
      { ubicacionId: 'T2', fecha: '2024-08-01' },
    ]);
    expect(report).toMatchObject({ outcome: 'cargada', read: 40 });
    expect((report?.loaded ?? 0) + (report?.same ?? 0)).toBe(40);
  });

  it('whose lines are partly unreadable loads the rest, and says what it left out', async () => {
    await files({ 'day.csv': `${day}C1,2024-05-06,A3,1,P1,doce,3\nC9,2024-05-06,A4,1,P1,1,3\nC1,2024-05-06,A5\n` });
    const [report] = await loaded({}, { feed: 'ventas' });
    expect(report).toMatchObject({ outcome: 'con_rechazos', read: 6, loaded: 3, rejected: 3 });
    expect(report?.rejects).toMatchObject([
      {
        line: 5,
        field: 'cantidad',
        value: 'doce',
        text: 'C1,2024-05-06,A3,1,P1,doce,3',
        ubicacionId: 'T1',
        fecha: '2024-05-06',
      },
      { line: 6, field: 'ubicacion_id', value: 'C9', text: 'C9,2024-05-06,A4,1,P1,1,3' },
      { line: 7, field: undefined, reason: 'has 3 fields instead of 7', text: 'C1,2024-05-06,A5' },
    ]);
    expect(await query('SELECT linea, columna, valor, texto FROM rechazos ORDER BY linea')).toHaveLength(3);
    expect(await query('SELECT resultado, filas_leidas, filas_cargadas, filas_rechazadas FROM cargas')).toEqual([
      { resultado: 'con_rechazos', filas_leidas: '4', filas_cargadas: '3', filas_rechazadas: '1' },
    ]);
  });

  it('is looked at again if lines were of a store that was not there', async () => {
    await files({ 'day.csv': `${day}C9,2024-05-06,A4,1,P1,1,3\n` });
    expect(await loaded({}, { feed: 'ventas' })).toMatchObject([{ outcome: 'con_rechazos', loaded: 3, rejected: 1 }]);
    await query(`INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('T9', 'C9', 'Nueve', 'tienda')`);
    expect(await loaded({}, { feed: 'ventas' })).toMatchObject([{ outcome: 'cargada', loaded: 1, same: 3 }]);
    expect(await sales()).toHaveLength(4);
  });

  it('of JSON tells of each line of a receipt that it cannot load', async () => {
    const receipt = (number: string, quantities: readonly (number | string)[]) =>
      JSON.stringify({
        ...{ tienda: 'C1', fecha_hora: '2024-05-06 10:00:00', numero_factura: number },
        items: quantities.map((cantidad, index) => ({
          linea: index + 1,
          producto_id: 'P1',
          cantidad,
          precio_unitario: 1,
        })),
      });
    await files({ 'day.ndjson': [receipt('A1', ['x', 'y', 1]), receipt('A2', [1, 2, 3])].join('\n') });
    expect(await loaded({}, { feed: 'facturas' })).toMatchObject([
      { outcome: 'con_rechazos', read: 6, loaded: 4, rejected: 2 },
    ]);
    expect(await query('SELECT numero, linea, valor FROM rechazos ORDER BY numero')).toEqual([
      { numero: 1, linea: '1', valor: 'x' },
      { numero: 2, linea: '1', valor: 'y' },
    ]);
  });

  it('of which too much is unreadable replaces nothing', async () => {
    await files({ 'day.csv': day });
    await loaded({}, { feed: 'ventas' });
    await files({
      'day.csv': `${header}\nC1,2024-05-06,A1,1,P1,x,1\nC1,2024-05-06,A1,1,P1,y,1\nC1,2024-05-06,A1,1,P1,1,1\n`,
    });
    const refusals = [await loaded({}, { feed: 'ventas' }), await loaded({ maxErrors: 1 }, { feed: 'ventas' })];
    for (const [report] of refusals)
      expect(report).toMatchObject({ outcome: 'fallida', error: 'FEED_REFUSED', loaded: 0 });
    expect(await sales()).toHaveLength(3);
    expect(await loaded({ maxErrors: 2 }, { feed: 'ventas' })).toMatchObject([{ outcome: 'con_rechazos', loaded: 1 }]);
  });

  it('without lines says that a day was empty if it is told which, and empties none', async () => {
    await files({ 'day.csv': `${header}\n` });
    expect(await loaded({}, { feed: 'ventas' })).toMatchObject([
      { outcome: 'fallida', error: 'FEED_UNREADABLE', message: expect.stringContaining('--store and --date') },
    ]);
    const told = { feed: 'ventas', store: 'C1', date: '2024-05-06' } as const;
    expect(await loaded({}, told)).toMatchObject([
      { outcome: 'vacia', units: [{ ubicacionId: 'T1', outcome: 'vacia' }] },
    ]);
    await files({ 'day.csv': day });
    await loaded({}, { feed: 'ventas' });
    await files({ 'day.csv': `${header}\n` });
    expect(await loaded({ force: false }, told)).toMatchObject([{ outcome: 'fallida' }]);
    expect(await sales()).toHaveLength(3);
    expect(await loaded({ force: true }, told)).toMatchObject([{ outcome: 'vacia' }]);
    expect(await sales()).toEqual([]);
  });

  it('is only described in a dry run', async () => {
    await files({ 'day.csv': day });
    const [report] = await loaded({ dryRun: true }, { feed: 'ventas' });
    expect(report).toMatchObject({ outcome: 'cargada', read: 3, understanding: { feed: 'ventas', unused: [] } });
    expect(report?.understanding?.sample[0]).toMatchObject({
      ubicacion_id: 'T1',
      fecha: '2024-05-06',
      cantidad: '2.000000',
    });
    expect(await query('SELECT FROM entregas UNION ALL SELECT FROM cargas UNION ALL SELECT FROM ventas_raw')).toEqual(
      [],
    );
  });
});

describe('files of one call', () => {
  it('that hold other lines of one day contradict each other, unless they are its parts', async () => {
    const other = `${header}\nC1,2024-05-06,B1,1,P1,7,1\n`;
    await files({ 'a.csv': day, 'b.csv': other, 'c.csv': day });
    const reports = await loaded({}, { feed: 'ventas' });
    expect(reports.map(({ outcome }) => outcome)).toEqual(['cargada', 'fallida', 'igual']);
    expect(reports[1]?.message).toContain('"parts": true');
    expect(await sales()).toHaveLength(3);
    await files({
      'c.csv': `${header}\nC1,2024-05-06,C1,1,P1,x,1\n`,
      'feed.json': '{ "feed": "ventas", "parts": true }',
    });
    const [joined, ...none] = await loaded({});
    expect(none).toEqual([]);
    expect(joined).toMatchObject({
      name: 'a.csv and 2 more parts',
      outcome: 'con_rechazos',
      read: 5,
      loaded: 4,
      rejected: 1,
    });
    expect(joined?.rejects).toMatchObject([
      { file: join(folder, 'in', 'c.csv'), line: 2, text: 'C1,2024-05-06,C1,1,P1,x,1' },
    ]);
    expect((await sales()).at(-1)).toBe('T1 2024-05-06 4 B1 P1 7 7');
  });

  it('do not keep each other from being loaded', async () => {
    await files({ 'a.csv': '', 'b.csv': day, 'c.bin': '\0\0\0', 'd.csv': 'what\nis,this\n' });
    const reports = await loaded({}, { feed: 'ventas' });
    expect(reports.map(({ outcome, error }) => [outcome, error])).toEqual([
      ['fallida', 'FEED_UNREADABLE'],
      ['cargada', null],
      ['fallida', 'FEED_UNREADABLE'],
      ['fallida', 'FEED_UNREADABLE'],
    ]);
    expect(
      await query(`SELECT count(*)::int AS n FROM entregas WHERE resultado = 'fallida' AND mensaje <> ''`),
    ).toEqual([{ n: 3 }]);
  });
});

it('creates a store that feed.json names, flagged, in its zone', async () => {
  await files({
    'day.csv': 'fecha_hora,producto,cantidad,precio\n2011-07-21 23:30:00,P1,1,1\n',
    'feed.json': '{ "feed": "ventas", "store": "a store far away", "timezone": "Europe/London" }',
  });
  expect(await loaded()).toMatchObject([{ outcome: 'cargada', placeholders: 1 }]);
  expect(
    await query('SELECT id, length(codigo) AS code, zona_horaria, tipo FROM ubicaciones WHERE es_provisional'),
  ).toEqual([{ id: 'a store far away', code: 10, zona_horaria: 'Europe/London', tipo: 'tienda' }]);
  expect(await query('SELECT fecha, fecha_hora FROM ventas_raw')).toEqual([
    { fecha: '2011-07-21', fecha_hora: '2011-07-21T22:30:00Z' },
  ]);
});

it('does a load of masters again from the start if somebody was in its way', async () => {
  await query(`CREATE SEQUENCE attempts; CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF nextval('attempts') = 1 THEN RAISE 'in the way' USING ERRCODE = 'serialization_failure'; END IF;
      RETURN NULL; END $$;
    CREATE TRIGGER fail_once AFTER INSERT ON productos FOR EACH STATEMENT EXECUTE FUNCTION fail_once()`);
  const product = (id: string, codes: readonly string[]) =>
    JSON.stringify({
      categoria: 'Víveres',
      id,
      presentaciones: codes.map((codigo) => ({ codigo, descripcion: codigo })),
    });
  // Two rows of one record are of one line; of those with one id the last one counts.
  await files({
    'catalogue.ndjson': [product('P7', ['A', 'B']), product('P8', ['C', 'C']), product('P9', ['D'])].join('\n'),
  });
  expect(await loaded({}, { feed: 'productos' })).toMatchObject([
    { outcome: 'con_rechazos', read: 5, loaded: 3, rejected: 1, repeated: 1, same: 0 },
  ]);
  expect(await query(`SELECT concat_ws(' ', id, codigo) AS p FROM productos WHERE id > 'P1' ORDER BY id`)).toEqual([
    { p: 'P7 B' },
    { p: 'P8 C' },
    { p: 'P9 D' },
  ]);
  expect(await query('SELECT linea, valor, razon FROM rechazos')).toEqual([
    { linea: '1', valor: 'A', razon: 'is given again in line 1' },
  ]);
  expect(await query(`SELECT last_value FROM attempts`)).toEqual([{ last_value: '2' }]);
});

it('loads rows of masters through the same ledger', async () => {
  await files({
    'catalogue.csv': 'codigo,descripcion,categoria\nP1,Harina de maíz,Víveres\nP2,Café,Bebidas\n,Nada,Nada\n',
  });
  expect(await loaded({}, { feed: 'productos' })).toMatchObject([
    { outcome: 'con_rechazos', read: 3, loaded: 2, rejected: 1 },
  ]);
  expect(await query(`SELECT id, descripcion FROM productos ORDER BY id`)).toEqual([
    { id: 'P1', descripcion: 'Harina de maíz' },
    { id: 'P2', descripcion: 'Café' },
  ]);
  expect(await query('SELECT fuente, ubicacion_id, filas_cargadas, resultado FROM cargas')).toEqual([
    { fuente: 'productos', ubicacion_id: null, filas_cargadas: '2', resultado: 'con_rechazos' },
  ]);
  expect(await loaded({}, { feed: 'productos' })).toMatchObject([{ outcome: 'igual' }]);
});
