import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { createAwkwardSales } from '../../testing/awkward-sales.ts';
import { openBothEngines, type BothEngines } from '../../testing/parity.ts';
import { abcXyzMatrix } from './abc-xyz.ts';
import { abcXyzProducts } from './abc-xyz-products.ts';
import { abcClasses } from './abc.ts';
import { xyzClasses } from './xyz.ts';

let database: TestDatabase;
let engines: BothEngines;

/** The Monday of the first of 12 weeks, and the Sunday of the last. */
const weeks = { from: '2022-01-03', to: '2022-03-27' };
const here = { stores: ['XYZ'], ...weeks };

/** Store XYZ sells by week: product, week (0 to 11), units and amount. */
const soldSql = `
  INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('XYZ', 'XYZ', 'XYZ', 'tienda'), ('ABC', 'ABC', 'ABC', 'tienda');
  SELECT fluxion.ensure_partitions('2022-01-01', '2022-05-31');
  INSERT INTO ventas_raw (ubicacion_id, fecha, producto_id, cantidad, monto_total)
  SELECT 'XYZ', DATE '2022-01-03' + 7 * week + (week * 5 % 7), product, units, units * price
  FROM (VALUES
    -- The same every week: no variation.
    ('even', 10, (SELECT array_agg(5.000001) FROM generate_series(1, 12))),
    -- 3 times the same in one week of four: n Q - S^2 = 12 * 27 - 81 = 243 = 3 S^2, cv = 1.7321.
    ('quarterly', 1, ARRAY[3, 0, 0, 0, 3, 0, 0, 0, 3, 0, 0, 0]),
    -- S = 24, Q = 60: 12 * 60 - 576 = 144 = S^2 / 4, so that the coefficient is 0.5 exactly.
    ('half', 1, ARRAY[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]),
    -- A hair less than that.
    ('below half', 1, ARRAY[1.000001, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]),
    -- S = 12, Q = 24: 12 * 24 - 144 = 144 = S^2, the coefficient is 1 exactly.
    ('one', 1, ARRAY[0, 2, 0, 2, 0, 2, 0, 2, 0, 2, 0, 2]),
    ('below one', 1, ARRAY[0.000001, 2, 0, 2, 0, 2, 0, 2, 0, 2, 0, 2]),
    ('once', 1, ARRAY[7]),
    ('brought back', 1, ARRAY[2, 3, -5])) AS p (product, price, sold),
    unnest(sold) WITH ORDINALITY AS w (units, place), LATERAL (SELECT CAST(place - 1 AS INTEGER) AS week) AS n
  WHERE units <> 0;
  -- Outside of the weeks.
  INSERT INTO ventas_raw (ubicacion_id, fecha, producto_id, cantidad, monto_total)
  VALUES ('XYZ', '2022-01-02', 'even', 1000, 1), ('XYZ', '2022-03-28', 'even', 1000, 1);
  -- Store ABC: 1,000 in all.
  INSERT INTO ventas_raw (ubicacion_id, fecha, producto_id, cantidad, monto_total)
  VALUES ('ABC', '2022-04-01', 'a', 1, 300), ('ABC', '2022-04-02', 'a', 2, 300), ('ABC', '2022-04-01', 'b', 1, 200),
    ('ABC', '2022-04-01', 'd', 1, 60), ('ABC', '2022-04-01', 'Ñ', 1, 60), ('ABC', '2022-04-01', 'c', 1, 30),
    ('ABC', '2022-04-01', 'E', 1, 50), ('ABC', '2022-04-01', 'back', -1, -40), ('ABC', '2022-04-01', 'gift', 1, NULL),
    ('ABC', '2022-04-01', NULL, 1, 5000), ('ABC', '2022-03-31', 'c', 1, 5000)`;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await createAwkwardSales(database.pool);
  await database.pool.query(soldSql);
  engines = await openBothEngines({
    pool: database.pool,
    tables: ['ventas_raw', 'productos', 'tasas_cambio'],
    rollups: [],
  });
});

afterAll(async () => {
  await engines.close();
  await database.drop();
});

describe('ABC', () => {
  const april = { stores: ['ABC'], from: '2022-04-01', to: '2022-04-30' };

  it('gives a product the class of the share before it', async () => {
    const rows = await engines.ask(abcClasses, april);
    expect(rows.map((row) => [row.ranking, row.producto_id, row.valor, row.porcentaje_acumulado, row.abc])).toEqual([
      [1, 'a', '600.00', '60.0000', 'A'],
      [2, 'b', '200.00', '80.0000', 'A'],
      // Exactly 80 % are before it. Equal amounts go by id, letters beyond ASCII last.
      [3, 'd', '60.00', '86.0000', 'B'],
      [4, 'Ñ', '60.00', '92.0000', 'B'],
      [5, 'E', '50.00', '97.0000', 'B'],
      [6, 'c', '30.00', '100.0000', 'C'],
      // What was paid back takes nothing off the whole.
      [7, 'gift', '0.00', '100.0000', 'C'],
      [8, 'back', '-40.00', '100.0000', 'C'],
    ]);
    expect(rows[0]).toMatchObject({
      unidades: '3',
      acumulado: '600.00',
      total: '1000.00',
      porcentaje: '60.0000',
      codigo: 'a',
    });
  });

  it('of some products counts these as the whole', async () => {
    const rows = await engines.ask(abcClasses, { ...april, products: ['c', 'E', 'gift'] });
    expect(rows.map((row) => [row.producto_id, row.porcentaje, row.abc])).toEqual([
      ['E', '62.5000', 'A'],
      ['c', '37.5000', 'A'],
      ['gift', '0.0000', 'C'],
    ]);
  });

  it('is of what the products sold for in dollars, each day at its rate', async () => {
    await database.pool.query(`
      INSERT INTO tasas_cambio (fecha, bs_por_usd, fuente) VALUES ('2022-03-31', 3, 'manual'), ('2022-04-02', 60, 'manual')`);
    await engines.refresh();
    const dollars = { ...april, currency: 'USD' as const };
    const rows = await engines.ask(abcClasses, dollars);
    // 300 / 3 + 300 / 60 = 105 of 240: what was dear in bolívares later is not any longer.
    expect(rows.slice(0, 3).map((row) => [row.producto_id, row.valor, row.total, row.porcentaje, row.abc])).toEqual([
      ['a', '105.00', '238.333333', '44.0559', 'A'],
      ['b', '66.666667', '238.333333', '27.9720', 'A'],
      ['d', '20.00', '238.333333', '8.3916', 'A'],
    ]);
    const year = { stores: 'all' as const, from: '2023-01-01', to: '2024-12-31', currency: 'USD' as const };
    expect(await engines.ask(abcXyzMatrix, year)).toHaveLength(12);
    expect(await engines.ask(abcXyzProducts, { ...year, abc: 'A' })).not.toHaveLength(0);
    const before = { ...dollars, from: '2022-03-01', limit: 1 };
    expect(await engines.ask(abcClasses, before)).toHaveLength(1);
    const missing = { ...before, stores: ['XYZ'] };
    await expect(engines.ask(abcClasses, missing)).rejects.toMatchObject({ code: 'NO_EXCHANGE_RATE' });
    await expect(engines.ask(abcXyzMatrix, missing)).rejects.toMatchObject({ code: 'NO_EXCHANGE_RATE' });
  });

  it('knows no share of nothing', async () => {
    const [row] = await engines.ask(abcClasses, { ...april, products: ['back'] });
    expect(row).toMatchObject({ abc: 'C', total: '0.00', porcentaje: null, porcentaje_acumulado: null });
    expect(await engines.ask(abcClasses, { ...april, stores: [] })).toEqual([]);
  });

  it('is the same in both engines for awkward sales, and a part of it is that part', async () => {
    const year = { stores: 'all' as const, from: '2024-01-01', to: '2024-12-31' };
    const all = await engines.ask(abcClasses, year);
    expect(all).toHaveLength(7);
    expect(await engines.ask(abcClasses, { ...year, limit: 2, offset: 3 })).toEqual(all.slice(3, 5));
    expect(await engines.ask(abcClasses, { ...year, offset: 5 })).toEqual(all.slice(5));
    const fruit = await engines.ask(abcClasses, { ...year, categories: ['Frutas'] });
    expect(fruit.map(({ categoria }) => categoria)).toEqual(['Frutas', 'Frutas']);
  });
});

describe('XYZ', () => {
  it('compares the variation of 12 weeks with a half and one, exactly', async () => {
    const rows = await engines.ask(xyzClasses, { stores: ['XYZ'], to: '2022-04-02' });
    expect(
      rows.map((row) => [row.producto_id, row.xyz, row.semanas_con_venta, row.suma, row.coeficiente_variacion]),
    ).toEqual([
      ['even', 'X', 12, '60.000012', '0.0000'],
      ['below half', 'X', 12, '24.000001', '0.5000'],
      ['half', 'Y', 12, '24', '0.5000'],
      ['below one', 'Y', 7, '12.000001', '1.0000'],
      ['one', 'Z', 6, '12', '1.0000'],
      ['quarterly', 'Z', 3, '9', '1.7321'],
      // One selling week of twelve: sqrt(11). No class for it, nor for what came back.
      ['once', null, 1, '7', '3.3166'],
      ['brought back', null, 2, '0', null],
    ]);
    // 24 / 12; sqrt(144) / 12.
    expect(rows[2]).toMatchObject({ semanas: 12, suma_cuadrados: '60', media_semanal: '2.0000', desviacion: '1.0000' });
  });

  it('is the same in both engines for awkward sales and other numbers of weeks', async () => {
    const filter = { stores: 'all' as const, to: '2024-03-12' };
    expect(await engines.ask(xyzClasses, filter)).not.toHaveLength(0);
    expect(await engines.ask(xyzClasses, { ...filter, weeks: 52, categories: ['Frutas', 'FRUTAS'] })).toHaveLength(3);
    expect(await engines.ask(xyzClasses, { ...filter, stores: ['t2'], weeks: 2, limit: 3 })).toHaveLength(3);
  });

  it('holds 12 weeks of a hundred billion units', async () => {
    await database.pool.query(`
      INSERT INTO ventas_raw (ubicacion_id, fecha, producto_id, cantidad, monto_total)
      SELECT 'ABC', DATE '2022-01-03' + 7 * week, 'grains', 99999999999.999999, 1 FROM generate_series(0, 11) AS week`);
    await engines.refresh();
    const [row] = await engines.ask(xyzClasses, { stores: ['ABC'], to: weeks.to });
    expect(row).toMatchObject({ xyz: 'X', suma: '1199999999999.999988', coeficiente_variacion: '0.0000' });
  });
});

describe('the matrix', () => {
  it('crosses both, with every cell', async () => {
    // In the order of value: even 600.00012 of 685, below half and half 24, one and below one 12, quarterly 9, once 7, nothing.
    const cells = await engines.ask(abcXyzMatrix, here);
    expect(cells.map((row) => [row.abc, row.xyz, row.productos, row.valor])).toEqual([
      ['A', 'X', 1, '600.00012'],
      ['A', 'Y', 0, '0.00'],
      ['A', 'Z', 0, '0.00'],
      ['A', null, 0, '0.00'],
      ['B', 'X', 1, '24.000001'],
      ['B', 'Y', 2, '36.000001'],
      ['B', 'Z', 0, '0.00'],
      ['B', null, 0, '0.00'],
      ['C', 'X', 0, '0.00'],
      ['C', 'Y', 0, '0.00'],
      ['C', 'Z', 2, '21.00'],
      ['C', null, 2, '7.00'],
    ]);
    // 600.00012 of 688.000122.
    expect(cells[0]).toMatchObject({ total: '688.000122', valor_porcentaje: '87.21', productos_porcentaje: '12.50' });
  });

  it('lists the products of a cell with their arithmetic', async () => {
    const rows = await engines.ask(abcXyzProducts, { ...here, abc: 'B', xyz: 'Y' });
    expect(rows.map((row) => [row.producto_id, row.ranking, row.variacion?.coeficiente_variacion])).toEqual([
      ['half', 3, '0.5000'],
      ['below one', 4, '1.0000'],
    ]);
    const without = await engines.ask(abcXyzProducts, { ...here, xyz: null });
    expect(without.map((row) => [row.producto_id, row.variacion?.suma])).toEqual([
      ['once', '7'],
      ['brought back', '0'],
    ]);
    expect(await engines.ask(abcXyzProducts, { ...here, limit: 1, offset: 7 })).toMatchObject([{ ranking: 8 }]);
    const [half] = await engines.ask(abcXyzProducts, { ...here, shown: ['half'] });
    expect(half).toEqual(rows[0]);
  });

  it('keeps products that were not sold in the weeks, and has all cells of nothing', async () => {
    const april = { stores: ['ABC'], from: '2022-04-01', to: '2022-04-02', weeks: 2 };
    expect(await engines.ask(abcXyzProducts, { ...april, products: ['a'] })).toMatchObject([
      { abc: 'A', variacion: null },
    ]);
    const nothing = await engines.ask(abcXyzMatrix, { ...april, stores: [] });
    expect(nothing).toHaveLength(12);
    expect(nothing[0]).toMatchObject({
      productos: 0,
      productos_porcentaje: null,
      valor_porcentaje: null,
      total: '0.00',
    });
  });

  it('reads the weeks too, if they begin before the period', () => {
    const reads = abcXyzMatrix.reads({ stores: ['XYZ'], from: '2022-03-01', to: '2022-03-30' });
    const units = { ubicacion_id: ['XYZ'], fecha: { from: '2022-01-03', to: '2022-03-30' } };
    expect(reads).toEqual([{ table: 'ventas_raw', units }, { table: 'productos' }]);
  });
});
