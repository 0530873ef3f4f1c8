import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import type { StoreScope } from '../../base/index.ts';
import type { OperationContext } from '../context.ts';
import { salesAges } from '../store/sales-age.ts';
import { gapCalendar } from './calendar.ts';
import { listLoads, type LoadKey } from './list.ts';
import { listRejects } from './list-rejects.ts';

let database: TestDatabase;

/**
 * T1 and T2 have 10 lines each Wednesday of five weeks; T2 has 4 on the last one. T3 is closed down, C1 is no store. T1's
 * last days: loaded but tried again in vain, empty, failed, nothing.
 */
const chainSql = `
  INSERT INTO ubicaciones (id, codigo, nombre, tipo, zona_horaria, activo) VALUES
    ('T1', '01', 'Centro', 'tienda', 'America/Caracas', true), ('T2', '02', 'Este', 'tienda', 'Pacific/Auckland', NULL),
    ('T3', '03', 'Antigua', 'tienda', 'America/Caracas', false), ('C1', '90', 'Central', 'cedi', 'America/Caracas', true);
  SELECT fluxion.ensure_partitions('2024-01-01', '2024-03-31');
  INSERT INTO ventas_raw (ubicacion_id, fecha, numero_factura, cantidad, monto_total)
  SELECT s, d::date, n, 1, 1
  FROM unnest(ARRAY['T1', 'T2']) AS s, generate_series(DATE '2024-02-07', DATE '2024-03-06', INTERVAL '7 days') AS d,
    generate_series(1, CASE WHEN s = 'T2' AND d = '2024-03-06' THEN 4 ELSE 10 END) AS n;
  INSERT INTO entregas (id, fuente, origen, nombre, filas_leidas, filas_cargadas, filas_rechazadas, resultado, terminada)
  VALUES (7, 'ventas', 'archivo', 'dia.csv', 12, 10, 2, 'con_rechazos', now()), (8, 'ventas', 'archivo', 'otro.csv', 1, 0, 1, 'con_rechazos', now());
  INSERT INTO rechazos (entrega_id, numero, archivo, linea, columna, valor, razon, texto, ubicacion_id, fecha) VALUES
    (7, 1, '', 3, 'cantidad', 'x', 'is not a number', 'T1;x', 'T1', '2024-03-06'), (7, 2, '', 11, NULL, NULL, 'has 1 field', 'zzz', NULL, NULL),
    (8, 1, 'parte.csv', 2, 'cantidad', 'y', 'is not a number', 'T2;y', 'T2', '2024-03-06');
  INSERT INTO cargas (id, fuente, ubicacion_id, fecha, entrega_id, filas_leidas, filas_cargadas, filas_rechazadas, resultado,
    iniciada, terminada, mensaje, intento, intento_mensaje) VALUES
    ('1', 'ventas', 'T1', '2024-03-06', 7, 11, 10, 1, 'con_rechazos', '2024-03-07 08:00Z', '2024-03-07 08:00Z', NULL, '2024-03-08 08:00Z', 'no answer'),
    ('2', 'facturas', 'T1', '2024-03-07', NULL, 0, 0, 0, 'vacia', '2024-03-08 08:00Z', '2024-03-08 08:00Z', NULL, NULL, NULL),
    ('3', 'ventas', 'T1', '2024-03-08', NULL, 0, 0, 0, 'fallida', '2024-03-09 08:00Z', '2024-03-09 08:00Z', 'no answer', '2024-03-09 08:00Z', 'no answer'),
    ('4', 'inventario', 'T1', '2024-03-09', NULL, 5, 5, 0, 'cargada', '2024-03-09 08:00Z', '2024-03-09 08:00Z', NULL, NULL, NULL),
    ('5', 'productos', NULL, NULL, NULL, 5, 5, 0, 'cargada', '2024-03-09 08:00Z', '2024-03-09 08:00Z', NULL, NULL, NULL)`;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(chainSql);
});
afterAll(() => database.drop());

function contextOf(stores: StoreScope): OperationContext {
  const actor = { id: 'x', nombre: 'x', correo: 'x', rol: 'visualizador' } as const;
  return { db: database.pool, actor, stores };
}

/** Already the 11th in Auckland, still the 10th in Caracas. */
const now = new Date('2024-03-10T20:00:00Z');

describe('gapCalendar', () => {
  it('tells each day of each active store, in the store’s own zone', async () => {
    const input = { from: '2024-03-05', to: '2024-03-12', now };
    const { tiendas } = await gapCalendar({ ctx: contextOf('all'), input });
    expect(tiendas.map(({ ubicacion_id, hoy, primer_dia, huecos }) => [ubicacion_id, hoy, primer_dia, huecos])).toEqual(
      [
        ['T1', '2024-03-10', '2024-02-07', 3],
        ['T2', '2024-03-11', '2024-02-07', 6],
      ],
    );
    const states = tiendas.map(({ dias }) => dias.map(({ estado }) => estado));
    expect(states).toEqual([
      ['falta', 'cargada', 'vacia', 'fallida', 'falta', 'hoy', 'futuro', 'futuro'],
      ['falta', 'corta', 'falta', 'falta', 'falta', 'falta', 'hoy', 'futuro'],
    ]);
    expect(tiendas[0]?.dias[1]).toEqual({
      fecha: '2024-03-06',
      estado: 'cargada',
      lineas: 10,
      habitual: 10,
      rechazadas: 1,
      fallo: { momento: '2024-03-08T08:00:00Z', mensaje: 'no answer' },
    });
    expect(tiendas[1]?.dias[1]).toMatchObject({ lineas: 4, habitual: 10, fallo: null });
  });

  it('ends with the stores’ latest today, and begins five weeks before, unless told', async () => {
    const { fecha_inicio, fecha_fin, tiendas } = await gapCalendar({ ctx: contextOf('all'), input: { now } });
    expect([fecha_inicio, fecha_fin]).toEqual(['2024-02-06', '2024-03-11']);
    expect(tiendas.map(({ dias }) => dias.length)).toEqual([35, 35]);
    expect(tiendas[0]?.dias[0]?.estado).toBe('sin_historia');
  });

  it('shows nothing outside the scope, and refuses stores outside it', async () => {
    const { tiendas } = await gapCalendar({ ctx: contextOf(['T2']), input: { now } });
    expect(tiendas.map(({ ubicacion_id }) => ubicacion_id)).toEqual(['T2']);
    expect((await gapCalendar({ ctx: contextOf([]), input: {} })).tiendas).toEqual([]);
    const asked = gapCalendar({ ctx: contextOf(['T2']), input: { stores: ['T1'] } });
    await expect(asked).rejects.toMatchObject({ faults: [{ fault: 'UNKNOWN_STORE', value: 'T1' }] });
  });
});

describe('listLoads', () => {
  const idsOf = async (stores: StoreScope, input: object = {}) =>
    (await listLoads({ ctx: contextOf(stores), input: { limit: 10, ...input } })).map(({ id }) => id);

  it('gives the last first, page after page', async () => {
    const everything = await listLoads({ ctx: contextOf('all'), input: { limit: 10 } });
    expect(everything.map(({ id }) => id)).toEqual(['5', '4', '3', '2', '1']);
    const seen: string[] = [];
    for (let after: LoadKey | undefined; seen.length < everything.length;) {
      const [load] = await listLoads({ ctx: contextOf('all'), input: { limit: 1, after } });
      if (load === undefined) break;
      seen.push(load.id);
      after = load;
    }
    expect(seen).toEqual(everything.map(({ id }) => id));
    expect(everything.at(-1)).toMatchObject({ entrega_id: '7', filas_leidas: 11, iniciada: '2024-03-07T08:00:00Z' });
  });

  it('filters, and keeps to the scope', async () => {
    expect(await idsOf('all', { feed: 'ventas' })).toEqual(['3', '1']);
    expect(await idsOf('all', { outcome: 'vacia' })).toEqual(['2']);
    expect(await idsOf('all', { from: '2024-03-07', to: '2024-03-08' })).toEqual(['3', '2']);
    expect(await idsOf(['T1'])).toEqual(['4', '3', '2', '1']);
    expect(await idsOf(['T2'])).toEqual([]);
  });
});

describe('listRejects', () => {
  const linesOf = async (stores: StoreScope, input: object = {}) =>
    (await listRejects({ ctx: contextOf(stores), input: { limit: 10, ...input } })).map(
      ({ entrega_id, linea }) => `${entrega_id}:${linea}`,
    );

  it('gives those of the last delivery first, in the file’s order, page after page', async () => {
    expect(await linesOf('all')).toEqual(['8:2', '7:3', '7:11']);
    expect(await linesOf('all', { after: { entrega_id: '7', numero: 1 } })).toEqual(['7:11']);
    expect(await linesOf('all', { after: { entrega_id: '8', numero: 1 }, limit: 1 })).toEqual(['7:3']);
  });

  it('names the file that a line is in, also of a delivery of several', async () => {
    const rejects = await listRejects({ ctx: contextOf('all'), input: { limit: 2 } });
    expect(rejects.map(({ archivo }) => archivo)).toEqual(['parte.csv', 'dia.csv']);
  });

  it('filters, and keeps lines of unknown stores for those who see all', async () => {
    expect(await linesOf('all', { delivery: '7' })).toEqual(['7:3', '7:11']);
    expect(await linesOf('all', { from: '2024-03-06', to: '2024-03-06' })).toEqual(['8:2', '7:3']);
    expect(await linesOf(['T1'])).toEqual(['7:3']);
    expect(await linesOf([])).toEqual([]);
  });
});

describe('salesAges', () => {
  it('counts from the first day that is late, by each store’s own clock', async () => {
    expect(await salesAges({ db: database.pool, now })).toEqual([
      { codigo: '01', hours: 64, missingFrom: '2024-03-08', gaps: expect.any(Number) },
      { codigo: '02', hours: 105, missingFrom: '2024-03-07', gaps: expect.any(Number) },
    ]);
  });

  it('counts from the beginning of today where nothing is late, and says of a store without sales that it has no age', async () => {
    const client = await database.pool.connect();
    try {
      await client.query(`BEGIN; UPDATE ubicaciones SET activo = false WHERE id = 'T2';
        INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('T4', '04', 'Nueva', 'tienda');
        INSERT INTO ventas_raw (ubicacion_id, fecha, numero_factura, cantidad, monto_total) VALUES ('T1', '2024-03-09', 1, 1, 1)`);
      expect(await salesAges({ db: client, now })).toEqual([
        { codigo: '01', hours: 16, missingFrom: null, gaps: expect.any(Number) },
        { codigo: '04', hours: null, missingFrom: null, gaps: 0 },
      ]);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });
});
