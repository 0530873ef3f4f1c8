import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { openBothEngines, type BothEngines } from '../../testing/parity.ts';
import { productSeries } from './product-series.ts';

let database: TestDatabase;
let engines: BothEngines;

/** Store A: movements of `pan`; B: others only, and a row of stock; C: no movements at all, and a row of stock. */
const rowsSql = `
  INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('A', 'A', 'A', 'tienda'), ('B', 'B', 'B', 'tienda'), ('C', 'C', 'C', 'tienda');
  SELECT fluxion.ensure_partitions('2022-01-01', '2022-04-30');
  INSERT INTO productos (id, codigo, descripcion, categoria) VALUES ('pan', '1', 'Pan', 'Víveres'), ('sal', '2', 'Sal', 'Víveres'),
    ('traslado', '3', 'Traslado', 'Víveres'), ('mudo', '4', 'Mudo', 'Víveres');
  INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad) VALUES ('A', 'pan', 99), ('B', 'pan', 7.5), ('C', 'pan', 3), ('C', 'sal', 1);
  INSERT INTO movimientos_inventario
    (ubicacion_id, producto_id, fecha, fecha_hora, id, tipo_movimiento, cantidad, stock_anterior, stock_nuevo)
  SELECT store, product, CAST(day AS date), CAST(day AS date) + TIME '12:00' AT TIME ZONE 'UTC', id, kind, change, before, after
  FROM (VALUES
    ('A', 'pan', '2022-03-02', 'M1', 'salida', 2, NULL, 8),
    -- At the same moment: the longer number is the later one.
    ('A', 'pan', '2022-03-04', 'M9', 'salida', 1, 8, 7), ('A', 'pan', '2022-03-04', 'M10', 'entrada', 5, 7, 12.25),
    ('A', 'pan', '2022-03-05', 'M11', 'ajuste', 5, NULL, NULL),
    ('A', 'pan', '2022-03-09', 'M12', 'salida', 13, 12.25, -0.75),
    ('B', 'sal', '2022-03-03', 'M13', 'entrada', 5, 1, 6),
    ('A', 'traslado', '2022-03-03', 'M14', 'transferencia', 5, NULL, 6),
    ('A', 'sal', '2021-12-03', 'M15', 'entrada', 5, 0, 5)
  ) AS m (store, product, day, id, kind, change, before, after);
  INSERT INTO ventas_raw (ubicacion_id, fecha, producto_id, cantidad, monto_total) VALUES
    ('A', '2022-03-02', 'pan', 2, 20.5), ('A', '2022-03-02', 'pan', -1, -10.25), ('B', '2022-03-02', 'pan', 1.5, 15),
    ('A', '2022-03-09', 'pan', 13, 130), ('A', '2022-03-02', 'sal', 900, 900), ('A', '2022-03-10', 'pan', 1, 1)`;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(`SELECT fluxion.ensure_partitions('2021-12-01', '2021-12-31'); ${rowsSql}`);
  const tables = ['movimientos_inventario', 'stock_actual', 'ventas_raw'];
  engines = await openBothEngines({ pool: database.pool, tables, rollups: [] });
});
afterAll(async () => {
  await engines.close();
  await database.drop();
});

const days = { from: '2022-03-01', to: '2022-03-09' };

async function stockOf(store: string, productId = 'pan', period = days) {
  const rows = await engines.ask(productSeries, { ...period, productId, stores: [store], by: 'store' });
  return rows.map(({ existencia }) => existencia);
}

describe("a product's stock at the end of a day", () => {
  it('is what the last movement of the day left, until there is another', async () => {
    expect(await stockOf('A')).toEqual(['10', '8', '8', '12.25', '12.25', '12.25', '12.25', '12.25', '-0.75']);
  });

  it('follows from what comes after the period, too', async () => {
    expect(await stockOf('A', 'pan', { from: '2022-02-27', to: '2022-03-01' })).toEqual(['10', '10', '10']);
    expect(await stockOf('A', 'pan', { from: '2022-03-07', to: '2022-03-10' })).toEqual([
      '12.25',
      '12.25',
      '-0.75',
      '-0.75',
    ]);
  });

  it('is what is there now where nothing has moved since, if the store tells of its movements', async () => {
    expect(await stockOf('B')).toEqual(days9('7.5'));
    expect(await stockOf('C')).toEqual([]);
  });

  it('is not known before a transfer that does not say what it found', async () => {
    const rows = await stockOf('A', 'traslado');
    expect(rows).toEqual([null, null, '6', '6', '6', '6', '6', '6', '6']);
  });

  it('is looked for in the 90 days before the period', async () => {
    expect(await stockOf('A', 'sal', { from: '2022-03-02', to: '2022-03-03' })).toEqual(['5', '5']);
    expect(await stockOf('A', 'sal', { from: '2022-03-04', to: '2022-03-04' })).toEqual([]);
  });
});

function days9(stock: string | null): (string | null)[] {
  return Array.from({ length: 9 }, () => stock);
}

describe('the series', () => {
  it('has every day of the period, with what was sold on it', async () => {
    const rows = await engines.ask(productSeries, { ...days, productId: 'pan', stores: 'all', by: 'total' });
    expect(rows).toHaveLength(9);
    expect(rows[1]).toEqual({
      ...{ fecha: '2022-03-02', ubicacion_id: null, existencia: '15.5', tiendas: 2 },
      ...{ unidades: '2.5', venta_total: '25.25', lineas: 3 },
    });
    expect(rows[2]).toMatchObject({ fecha: '2022-03-03', unidades: '0', venta_total: '0.00', lineas: 0 });
  });

  it('has a row for each day and store that has anything of the product', async () => {
    const rows = await engines.ask(productSeries, { ...days, productId: 'pan', stores: 'all', by: 'store' });
    expect(rows).toHaveLength(18);
    expect(rows.slice(2, 4)).toMatchObject([
      { fecha: '2022-03-02', ubicacion_id: 'A', existencia: '8', tiendas: 1, unidades: '1', venta_total: '10.25' },
      { fecha: '2022-03-02', ubicacion_id: 'B', existencia: '7.5', tiendas: 1, unidades: '1.5', venta_total: '15.00' },
    ]);
  });

  it('is of the stores asked for alone', async () => {
    const rows = await engines.ask(productSeries, { ...days, productId: 'pan', stores: ['B'], by: 'total' });
    expect(rows[1]).toMatchObject({ existencia: '7.5', unidades: '1.5' });
    expect(await engines.ask(productSeries, { ...days, productId: 'pan', stores: [], by: 'store' })).toEqual([]);
  });

  it('of a product that nobody has heard of has days and nothing on them', async () => {
    const rows = await engines.ask(productSeries, { ...days, productId: 'mudo', stores: 'all', by: 'total' });
    expect(rows.map(({ existencia, tiendas, lineas }) => [existencia, tiendas, lineas])).toEqual(
      Array.from({ length: 9 }, () => [null, 0, 0]),
    );
  });
});
