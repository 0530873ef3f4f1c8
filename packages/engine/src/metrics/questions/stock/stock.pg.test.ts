import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { openBothEngines, type BothEngines } from '../../testing/parity.ts';
import { daysOfCover } from './days-of-cover.ts';
import { deadStock } from './dead-stock.ts';
import { stockValueByCategory } from './value-by-category.ts';
import { stockValueByStore } from './value-by-store.ts';
import { stockValueOn } from './value-on.ts';

let database: TestDatabase;
let engines: BothEngines;

/** Stores V and W for values, D for what sells or does not in the days up to 2022-03-10. */
const stockSql = `
  INSERT INTO ubicaciones (id, codigo, nombre, tipo, zona_horaria) VALUES
    ('V', 'V', 'Valor', 'tienda', 'UTC'), ('W', 'W', 'Otra', 'cedi', 'UTC'), ('D', 'D', 'Días', 'tienda', 'America/Caracas');
  SELECT fluxion.ensure_partitions('2021-01-01', '2022-05-31');
  INSERT INTO productos (id, codigo, descripcion, categoria, costo_promedio)
  SELECT id, id, id, category, cost FROM (VALUES
    ('a', 'Víveres', 2.5), ('b', 'Víveres', NULL), ('c', 'víveres', 0.0001), ('Ñ', 'Frutas', NULL), ('d', 'Frutas', 3)) AS p (id, category, cost);
  INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad, valor_inventario, costo_promedio) VALUES
    ('V', 'a', 10, 33.33, 99), ('V', 'b', 2.5, NULL, 1.0001), ('V', 'c', 0.0001, NULL, NULL), ('V', 'Ñ', 4, NULL, NULL),
    ('V', 'd', -2, NULL, NULL), ('W', 'a', 100, NULL, 2.5), ('W', 'd', 0, 0, NULL), ('W', 'Ñ', -1.5, -3, 1);
  INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad, costo_promedio, ultima_entrada) VALUES
    ('D', 'a', 18, 1, '2022-03-06T03:59:59Z'), ('D', 'b', 7, 10, NULL), ('D', 'c', -3, 1, NULL), ('D', 'd', 5, NULL, '2022-03-06T04:00:00Z'),
    ('D', 'Ñ', 2, NULL, '2022-01-01T00:00:00Z');
  INSERT INTO ventas_raw (ubicacion_id, fecha, producto_id, cantidad, monto_total) VALUES
    ('D', '2022-03-01', 'a', 12, 1), ('D', '2022-03-10', 'a', -1, 1), ('D', '2022-03-05', 'b', 0.000007, 1),
    ('D', '2022-03-01', 'c', 1, 1), ('D', '2021-12-31', 'Ñ', 1, 1), ('D', '2022-02-28', 'b', 50, 1), ('D', '2022-03-11', 'b', 50, 1),
    ('D', '2022-03-01', 'd', -1, 1);
  INSERT INTO movimientos_inventario
    (ubicacion_id, producto_id, fecha, fecha_hora, id, tipo_movimiento, cantidad, stock_anterior, stock_nuevo)
  SELECT store, product, CAST(day AS date), CAST(day AS date) + TIME '12:00' AT TIME ZONE 'UTC', id, kind, change, before, after
  FROM (VALUES
    ('V', 'a', '2022-03-02', 'M1', 'entrada', 5, 1, 6), ('V', 'a', '2022-03-04', 'M9', 'salida', 2, NULL, 4),
    ('V', 'a', '2022-03-04', 'M10', 'entrada', 6, 4, 10), ('V', 'b', '2022-03-05', 'M11', 'transferencia', 1, NULL, 2.5),
    ('V', 'd', '2022-03-05', 'M12', 'salida', 5, 3, -2), ('W', 'a', '2022-03-04', 'M13', 'entrada', 60, 40, 100)
  ) AS m (store, product, day, id, kind, change, before, after)`;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(stockSql);
  engines = await openBothEngines({
    pool: database.pool,
    tables: ['ventas_raw', 'ventas_diarias', 'stock_actual', 'productos', 'ubicaciones', 'movimientos_inventario'],
    rollups: [],
  });
});

afterAll(async () => {
  await engines.close();
  await database.drop();
});

describe('stock value at the end of a day', () => {
  const on = (day: string) => engines.ask(stockValueOn, { stores: ['V', 'W', 'D'], on: day });
  const valuesOn = async (day: string) => (await on(day)).map(({ ubicacion_id, valor }) => [ubicacion_id, valor]);

  it('is what the next movement of each product found, at the cost of today', async () => {
    // V: 6 a at 99; what was there of b is not told; c never moved; Ñ has no cost; 3 d at 3. W had told of nothing yet.
    expect(await on('2022-03-03')).toEqual([
      { ubicacion_id: 'V', nombre: 'Valor', productos: 4, valor: '603.00000001' },
    ]);
  });

  it('is today’s where nothing has moved since, and unknown where movements began later or long ago', async () => {
    expect(await valuesOn('2022-03-05')).toEqual([
      ['W', '250.00'],
      ['V', '35.83025001'],
    ]);
    expect(await valuesOn('2022-03-01')).toEqual([]);
    expect(await valuesOn('2022-09-01')).toEqual([]);
  });
});

describe('stock value', () => {
  it('is as reported, else at the cost of the store or the catalogue', async () => {
    const [cedi, shop] = await engines.ask(stockValueByStore, { stores: ['V', 'W'] });
    // 100 * 2.5; what is there zero times is not in stock.
    expect(cedi).toEqual({
      ubicacion_id: 'W',
      nombre: 'Otra',
      productos: 1,
      unidades: '100',
      valor: '250.00',
      porcentaje: '87.46',
      productos_sin_costo: 0,
      productos_negativos: 1,
      unidades_negativas: '-1.5',
      valor_negativo: '-3.00',
    });
    // 33.33 + 2.5 * 1.0001 + 0.0001 * 0.0001 and 4 Ñ that nobody knows a cost of; -2 d at 3.
    expect(shop).toMatchObject({ productos: 4, unidades: '16.5001', valor: '35.83025001', productos_sin_costo: 1 });
    expect(shop).toMatchObject({ productos_negativos: 1, unidades_negativas: '-2', valor_negativo: '-6.00' });
  });

  it('is added up by category, over the stores of the scope', async () => {
    const rows = await engines.ask(stockValueByCategory, { stores: ['V', 'W'] });
    expect(rows.map((row) => [row.categoria, row.productos, row.valor, row.porcentaje])).toEqual([
      ['Víveres', 3, '285.83025', '100.00'],
      ['víveres', 1, '0.00000001', '0.00'],
      ['Frutas', 1, '0.00', '0.00'],
    ]);
    const part = await engines.ask(stockValueByCategory, {
      stores: 'all',
      products: ['Ñ', 'd'],
      categories: ['Frutas', 'x'],
    });
    expect(part.map((row) => [row.categoria, row.productos, row.valor])).toEqual([['Frutas', 3, '15.00']]);
    expect(await engines.ask(stockValueByCategory, { stores: [] })).toEqual([]);
  });
});

describe('days of cover', () => {
  const ten = { stores: ['D'], to: '2022-03-10', days: 10 };

  it('are the stock divided by the demand of the last days', async () => {
    const rows = await engines.ask(daysOfCover, ten);
    expect(rows.map((row) => [row.producto_id, row.cantidad, row.unidades_vendidas, row.dias_cobertura])).toEqual([
      ['c', '-3', '1', '0.0'],
      // 18 / (11 / 10).
      ['a', '18', '11', '16.4'],
      // 7 / (0.000007 / 10).
      ['b', '7', '0.000007', '10000000.0'],
      ['d', '5', '-1', null],
      ['Ñ', '2', '0', null],
    ]);
    expect(rows[1]).toMatchObject({ dias: 10, dias_con_ventas: 3, demanda_diaria: '1.1000', categoria: 'Víveres' });
  });

  it('of four weeks, unless it is told, and of a part of the rows', async () => {
    const rows = await engines.ask(daysOfCover, { stores: 'all', to: '2022-03-10', categories: ['Víveres'], limit: 2 });
    // 7 / (50.000007 / 28) = 3.92; 18 / (11 / 28) = 45.8.
    expect(rows.map((row) => [row.ubicacion_id, row.producto_id, row.dias, row.dias_cobertura])).toEqual([
      ['D', 'b', 28, '3.9'],
      ['D', 'a', 28, '45.8'],
    ]);
  });

  it.each([
    [{ to: '2022-02-29' }, '2022-02-29 is not a date: write it as YYYY-MM-DD.'],
    [{ days: 0 }, 'A question can look back 1 to 1000 days, not 0.'],
    [{ days: 1.5 }, 'A question can look back 1 to 1000 days, not 1.5.'],
  ])('refuse %j', (wrong, message) => {
    expect(() => daysOfCover.sql({ ...ten, ...wrong })).toThrow(message);
  });
});

describe('dead stock', () => {
  it('is what did not sell in the last days, nor came in then', async () => {
    // Since the 6th: a came in a second before that, the store's time, d on it.
    const rows = await engines.ask(deadStock, { stores: ['D'], to: '2022-03-10', days: 5 });
    expect(
      rows.map((row) => [row.producto_id, row.valor, row.ultima_entrada, row.ultima_venta, row.dias_sin_venta]),
    ).toEqual([
      ['b', '70.00', null, '2022-03-05', 5],
      ['a', '18.00', '2022-03-05', '2022-03-01', 9],
      ['Ñ', null, '2021-12-31', '2021-12-31', 69],
    ]);
    expect(rows[0]).toMatchObject({ cantidad: '7', productos_total: 3, valor_total: '88.00', descripcion: 'b' });
  });

  it('is nothing that sold, and keeps its totals on every page', async () => {
    const [row, ...others] = await engines.ask(deadStock, { stores: ['D'], to: '2022-03-11', days: 6, limit: 1 });
    expect([row?.producto_id, row?.productos_total, row?.valor_total, others]).toEqual(['a', 2, '18.00', []]);
    expect(await engines.ask(deadStock, { stores: ['D'], to: '2022-03-10', days: 11 })).toMatchObject([
      { producto_id: 'Ñ' },
    ]);
  });

  it('looks for the last sale no further than it is told', async () => {
    const filter = { stores: ['D'], to: '2022-03-10', days: 5, products: ['Ñ'] };
    const [row] = await engines.ask(deadStock, { ...filter, lookBackDays: 69 });
    expect(row).toMatchObject({ ultima_venta: null, dias_sin_venta: null });
    const reads = deadStock.reads({ ...filter, lookBackDays: 69 });
    expect(reads[1]).toEqual({
      table: 'ventas_raw',
      units: { ubicacion_id: ['D'], fecha: { from: '2022-01-01', to: '2022-03-10' } },
    });
  });
});
