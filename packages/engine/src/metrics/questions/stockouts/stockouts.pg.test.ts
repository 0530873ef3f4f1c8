import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { openBothEngines, type BothEngines } from '../../testing/parity.ts';
import { lostSalesByStore } from './lost-sales-by-store.ts';
import { lostSales } from './lost-sales.ts';
import { stockoutDays } from './stockout-days.ts';

let database: TestDatabase;
let engines: BothEngines;

/** March 1 to 10, 2022: store Q is open on all of these days but the 6th. */
const here = { stores: ['Q'], from: '2022-03-01', to: '2022-03-10' };

/** Movements: product, day, hour, number, kind, change, stock before and after. */
const mastersSql = `
  INSERT INTO ubicaciones (id, codigo, nombre, tipo)
  VALUES ('Q', 'Q', 'Quiebres', 'tienda'), ('R', 'R', 'Random', 'tienda'), ('S', 'S', 'Sin nada', 'tienda');
  SELECT fluxion.ensure_partitions('2022-01-01', '2022-05-31');
  INSERT INTO productos (id, codigo, descripcion, categoria, activo, discontinuado, fecha_discontinuacion) VALUES
    ('harina', '1', 'Harina', 'Víveres', true, false, NULL), ('ahora hay', '2', 'Arroz', 'Víveres', NULL, NULL, NULL),
    ('retirado', '3', 'Jabón', 'Limpieza', true, true, '2022-03-03'), ('inactivo', '4', 'Cloro', 'Limpieza', false, NULL, NULL);
  INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad) VALUES ('Q', 'harina', 18), ('Q', 'ahora hay', 7)`;

const movementsSql = `
  INSERT INTO movimientos_inventario
    (ubicacion_id, producto_id, fecha, fecha_hora, id, tipo_movimiento, cantidad, stock_anterior, stock_nuevo)
  SELECT 'Q', product, CAST(day AS date), CAST(day AS date) + TIME '12:00' AT TIME ZONE 'UTC', id, kind, change, before, after
  FROM (VALUES
    -- Nothing is left on the 2nd until the 5th.
    ('harina', '2022-03-01', 'M1', 'salida', 2, 5, 3), ('harina', '2022-03-02', 'M2', 'salida', -3, 3, 0),
    ('harina', '2022-03-05', 'M3', 'entrada', 20, 0, 20), ('harina', '2022-03-08', 'M4', 'salida', 2, 20, 18),
    -- From the 7th on, and there is no row of stock.
    ('aún fuera', '2022-03-07', 'M5', 'salida', 1, 1, 0),
    -- Somebody brought some without a movement: between two, and after the last.
    ('contradice', '2022-03-03', 'M6', 'salida', 2, 2, 0), ('contradice', '2022-03-05', 'M7', 'salida', 6, 6, 0),
    ('contradice', '2022-03-05', 'M8', 'entrada', 6, 0, 6),
    ('ahora hay', '2022-03-04', 'M20', 'salida', 1, 1, 0),
    -- Refilled on the same day: at the same moment, so that the longer number is the later one.
    ('mismo día', '2022-03-04', 'M9', 'salida', 1, 1, 0), ('mismo día', '2022-03-04', 'M10', 'entrada', 5, 0, 5),
    -- Sold although there is nothing.
    ('negativo', '2022-03-02', 'M11', 'salida', 1, 0, -1), ('negativo', '2022-03-03', 'M12', 'salida', 1, -1, -2),
    ('negativo', '2022-03-09', 'M13', 'ajuste', 6, -2, 4),
    -- Begun before the period, 12 days before its end.
    ('antes', '2022-02-20', 'M14', 'salida', 1, 1, 0), ('antes', '2022-03-04', 'M15', 'entrada', 3, 0, 3),
    -- What was there before is not told: it follows from an exit and an entry, from a transfer it does not.
    ('sin decir', '2022-03-01', 'M16', 'salida', -2, NULL, 0), ('sin decir', '2022-03-03', 'M17', 'entrada', 5, NULL, 5),
    ('sin decir', '2022-03-08', 'M18', 'salida', 5, NULL, 0), ('sin decir', '2022-03-10', 'M19', 'transferencia', 5, NULL, 5),
    ('no dice nada', '2022-03-01', 'M21', 'salida', 5, NULL, NULL),
    ('retirado', '2022-03-01', 'M22', 'salida', 1, 1, 0), ('inactivo', '2022-03-01', 'M23', 'salida', 1, 1, 0)
  ) AS m (product, day, id, kind, change, before, after)`;

const salesSql = `
  INSERT INTO ventas_raw (ubicacion_id, fecha, producto_id, cantidad, monto_total)
  SELECT 'Q', day, 'siempre', 1, 100 FROM generate_series(DATE '2022-02-15', DATE '2022-03-20', INTERVAL '1 day') AS day
  WHERE day <> DATE '2022-03-06';
  INSERT INTO ventas_raw (ubicacion_id, fecha, producto_id, cantidad, monto_total) VALUES
    ('Q', '2022-03-01', 'harina', 3, 30), ('Q', '2022-03-01', 'harina', -1, -10), ('Q', '2022-03-02', 'harina', 3, 30),
    ('Q', '2022-03-05', 'harina', 4, 40), ('Q', '2022-03-08', 'harina', 2, 20), ('Q', '2022-03-11', 'harina', 500, 1),
    ('Q', '2022-03-01', 'aún fuera', 1.5, 10), ('Q', '2022-03-07', 'aún fuera', 1, 10),
    ('Q', '2022-03-01', 'contradice', 2, 2), ('Q', '2022-03-03', 'contradice', 2, 2),
    ('Q', '2022-03-01', 'ahora hay', 4, NULL),
    ('Q', '2022-03-02', 'negativo', 1, 1), ('Q', '2022-03-03', 'negativo', 1, 1),
    ('Q', '2022-03-07', 'antes', 0.000003, 0.000001), ('Q', '2022-03-08', 'retirado', -1, -7)`;

/** Store R: 30 products whose stock goes up and down by chance, by up to 3 movements on some of 60 days, on each of which it is open. */
const randomSql = `
  SELECT setseed(0.42);
  INSERT INTO movimientos_inventario
    (ubicacion_id, producto_id, fecha, fecha_hora, id, tipo_movimiento, cantidad, stock_anterior, stock_nuevo)
  SELECT 'R', product, day, day + TIME '10:00' AT TIME ZONE 'UTC', 'M' || nr, 'ajuste', change,
    CASE WHEN nr % 5 > 0 THEN after - change END, after
  FROM (
    SELECT *, sum(change) OVER (PARTITION BY product ORDER BY nr) AS after
    FROM (
      SELECT 'P' || p AS product, DATE '2022-03-01' + d AS day, d * 100 + p * 3 + k AS nr, floor(random() * 8) - 4 AS change
      FROM generate_series(1, 30) AS p, generate_series(0, 59) AS d, generate_series(0, 2) AS k
      WHERE random() < 0.15) AS made) AS made;
  INSERT INTO ventas_raw (ubicacion_id, fecha, producto_id, cantidad, monto_total)
  SELECT 'R', DATE '2022-03-01' + d, 'P' || p, floor(random() * 9) - 2, (floor(random() * 9) - 2) * 12.345678
  FROM generate_series(1, 30) AS p, generate_series(0, 59) AS d WHERE p = 1 OR random() < 0.5;
  INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad)
  SELECT DISTINCT ON (producto_id) 'R', producto_id, stock_nuevo FROM movimientos_inventario
  WHERE ubicacion_id = 'R' ORDER BY producto_id, fecha DESC, length(id) DESC, id COLLATE "C" DESC`;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  for (const statements of [mastersSql, movementsSql, salesSql, randomSql]) await database.pool.query(statements);
  engines = await openBothEngines({
    pool: database.pool,
    tables: [
      ...['ventas_raw', 'ventas_diarias', 'movimientos_inventario', 'stock_actual', 'productos', 'ubicaciones'],
      'tasas_cambio',
    ],
    rollups: [],
  });
});

afterAll(async () => {
  await engines.close();
  await database.drop();
});

describe('days without stock', () => {
  it('are those that closed with none, as far as both ends are witnessed', async () => {
    const rows = await engines.ask(stockoutDays, here);
    expect(rows.map((row) => [row.producto_id, row.dias_sin_stock, row.primer_dia, row.ultimo_dia])).toEqual([
      ['negativo', 6, '2022-03-02', '2022-03-08'],
      ['aún fuera', 4, '2022-03-07', '2022-03-10'],
      ['sin decir', 4, '2022-03-01', '2022-03-09'],
      ['antes', 3, '2022-03-01', '2022-03-03'],
      ['harina', 3, '2022-03-02', '2022-03-04'],
      ['retirado', 2, '2022-03-01', '2022-03-02'],
      ['ahora hay', 1, '2022-03-04', '2022-03-04'],
      ['contradice', 1, '2022-03-03', '2022-03-03'],
    ]);
    // 6 of 9 days.
    expect(rows[0]).toMatchObject({ dias_en_negativo: 6, dias_abiertos: 9, porcentaje: '66.67' });
    expect(rows[4]).toMatchObject({ dias_en_negativo: 0, codigo: '1', descripcion: 'Harina', categoria: 'Víveres' });
  });

  it('count in a period that they reach into, from either side', async () => {
    const first = await engines.ask(stockoutDays, { ...here, to: '2022-03-03', products: ['antes', 'harina'] });
    expect(first.map((row) => [row.producto_id, row.dias_sin_stock])).toEqual([
      ['antes', 3],
      ['harina', 2],
    ]);
    const recent = await engines.ask(stockoutDays, { ...here, lookBackDays: 5, products: ['antes'] });
    expect(recent).toEqual([]);
  });

  it('are of the products asked for', async () => {
    const rows = await engines.ask(stockoutDays, { ...here, categories: ['Víveres'] });
    expect(rows.map((row) => row.producto_id)).toEqual(['harina', 'ahora hay']);
    expect(await engines.ask(stockoutDays, { ...here, limit: 1, offset: 1 })).toMatchObject([
      { producto_id: 'aún fuera' },
    ]);
    expect(await engines.ask(stockoutDays, { ...here, stores: [] })).toEqual([]);
  });

  it('are what the last movement before each day says, where no movement is missing', async () => {
    const rows = await engines.ask(stockoutDays, { stores: ['R'], from: '2022-03-10', to: '2022-04-20' });
    const { rows: plain } = await database.pool.query(`
      SELECT producto_id, count(*)::int AS dias, (count(*) FILTER (WHERE stock_nuevo < 0))::int AS negativos FROM (
        SELECT DISTINCT ON (m.producto_id, d.fecha) m.producto_id, d.fecha, m.stock_nuevo
        FROM ventas_diarias AS d JOIN movimientos_inventario AS m ON m.ubicacion_id = d.ubicacion_id AND m.fecha <= d.fecha
        WHERE d.ubicacion_id = 'R' AND d.fecha BETWEEN '2022-03-10' AND '2022-04-20'
        ORDER BY m.producto_id, d.fecha, m.fecha DESC, length(m.id) DESC, m.id COLLATE "C" DESC) AS closing
      WHERE stock_nuevo <= 0 GROUP BY producto_id ORDER BY dias DESC, producto_id COLLATE "C"`);
    expect(plain.length).toBeGreaterThan(20);
    expect(
      rows.map((row) => ({ producto_id: row.producto_id, dias: row.dias_sin_stock, negativos: row.dias_en_negativo })),
    ).toEqual(plain);
  });

  it('are read from movements until today, and from the days of the period', () => {
    expect(stockoutDays.reads(here)).toEqual([
      { table: 'movimientos_inventario', units: { ubicacion_id: ['Q'], fecha: { from: '2021-12-01' } } },
      { table: 'ventas_diarias', units: { ubicacion_id: ['Q'], fecha: { from: '2022-03-01', to: '2022-03-10' } } },
      { table: 'stock_actual', units: { ubicacion_id: ['Q'] } },
      { table: 'productos' },
    ]);
    expect(() => stockoutDays.reads({ ...here, from: 'March' })).toThrow('March is not a date');
  });
});

describe('lost sales', () => {
  it('are the demand of the days with stock, less what was sold without', async () => {
    const rows = await engines.ask(lostSales, here);
    expect(rows.map((row) => [row.producto_id, row.unidades_perdidas, row.precio, row.venta_perdida])).toEqual([
      // 6 days with stock sold 8 for 80, 3 without sold 3: 3 * 8 / 6 - 3 = 1, at 10.
      ['harina', '1.00', '10.0000', '10.00'],
      // 5 days sold 1.5 for 10, 4 without sold 1: 4 * 1.5 / 5 - 1 = 0.2, at 6.6667.
      ['aún fuera', '0.20', '6.6667', '1.33'],
      // 8 days sold 4 for an amount that nobody told: a day of that is 0.5.
      ['ahora hay', '0.50', '0.0000', '0.00'],
      // 6 days sold 0.000003 for 0.000001.
      ['antes', '0.00', '0.3333', '0.00'],
    ]);
    // Not: contradice, 1 * 2 / 8 - 2 < 0; negativo, which sold nothing on days with stock; retirado, which came back.
    expect(rows[0]).toMatchObject({
      dias_sin_stock: 3,
      dias_con_stock: 6,
      unidades_con_stock: '8',
      demanda_diaria: '1.3333',
      unidades_sin_stock: '3',
    });
  });

  it('of the stores are the sums of their products', async () => {
    const period = { stores: 'all' as const, from: '2022-03-01', to: '2022-04-25' };
    const rows = await engines.ask(lostSales, period);
    const stores = await engines.ask(lostSalesByStore, period);
    expect(stores.map((row) => row.nombre)).toEqual(['Random', 'Quiebres']);
    for (const store of stores) {
      const own = rows.filter((row) => row.ubicacion_id === store.ubicacion_id);
      const cents = own.reduce((sum, row) => sum + BigInt(row.venta_perdida.replace('.', '')), 0n);
      expect(store.venta_perdida.replace('.', '')).toBe(String(cents));
      expect(store.productos).toBe(own.length);
      expect(store.dias_sin_stock).toBe(own.reduce((sum, row) => sum + row.dias_sin_stock, 0));
    }
    expect(await engines.ask(lostSalesByStore, { ...here, stores: ['S'] })).toEqual([]);
  });

  it('are told in dollars by the rates of the days on which the products sold', async () => {
    await database.pool.query(`
      INSERT INTO tasas_cambio (fecha, bs_por_usd, fuente) VALUES ('2022-03-01', 4, 'manual'), ('2022-03-06', 5, 'facturas')`);
    await engines.refresh();
    const dollars = { ...here, currency: 'USD' as const };
    const rows = await engines.ask(lostSales, dollars);
    const bolivares = await engines.ask(lostSales, here);
    expect(rows.map(({ dias_sin_stock }) => dias_sin_stock).toSorted()).toEqual(
      bolivares.map(({ dias_sin_stock }) => dias_sin_stock).toSorted(),
    );
    // Harina sold 2 for 20 and 4 for 40 at 4 Bs, and 2 for 20 at 5 Bs: 19 dollars for 8, of which 1 was lost.
    const [harina] = rows.filter(({ producto_id }) => producto_id === 'harina');
    expect(harina).toMatchObject({
      unidades_con_stock: '8',
      unidades_perdidas: '1.00',
      precio: '2.3750',
      venta_perdida: '2.38',
    });
    const stores = { ...dollars, stores: ['Q', 'R'] };
    await engines.ask(lostSalesByStore, stores);
    await engines.ask(lostSales, stores);
    await database.pool.query(`DELETE FROM tasas_cambio WHERE fecha = '2022-03-01'`);
    await engines.refresh();
    const page = { ...stores, limit: 1 };
    await expect(engines.ask(lostSales, page)).rejects.toMatchObject({ code: 'NO_EXCHANGE_RATE' });
    await expect(engines.ask(lostSalesByStore, stores)).rejects.toMatchObject({ code: 'NO_EXCHANGE_RATE' });
  });

  it('hold the largest amounts', async () => {
    await database.pool.query(`
      UPDATE ventas_raw SET cantidad = 1000000, monto_total = 999999999999.999999
      WHERE producto_id = 'harina' AND fecha = '2022-03-01' AND cantidad > 0`);
    await engines.refresh();
    const [row] = await engines.ask(lostSales, { ...here, products: ['harina'] });
    // U = 1,000,005, M = 1,000,000,000,049.999999, N U - R S = 2,999,997: M 2,999,997 / (6 U) = 499,997,000,039.9998...
    expect(row).toMatchObject({ unidades_con_stock: '1000005', unidades_perdidas: '499999.50' });
    const exact =
      (1_000_000_000_049_999_999n * 2_999_997n * 2n * 100n + 6n * 1_000_005n * 1_000_000n) /
      (12n * 1_000_005n * 1_000_000n);
    expect(row?.venta_perdida.replace('.', '')).toBe(String(exact));
  });
});
