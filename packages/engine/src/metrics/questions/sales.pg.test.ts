import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { addDays, type Question } from '../../base/index.ts';
import * as metrics from '../index.ts';
import { createAwkwardSales } from '../testing/awkward-sales.ts';
import { openBothEngines, type BothEngines } from '../testing/parity.ts';
import type { SalesFilter } from './sales-filter.ts';

let database: TestDatabase;
let engines: BothEngines;

/** Lines whose sums are known; Monday 2024-06-03 lies 364 days after Monday 2023-06-05. */
const knownSql = `
  INSERT INTO ubicaciones (id, codigo, nombre, tipo, zona_horaria) VALUES
    ('K', 'K', 'Known', 'tienda', 'UTC'), ('NY', 'NY', 'New York', 'tienda', 'America/New_York'),
    ('KT', 'KT', 'Kathmandu', 'tienda', 'Asia/Kathmandu');
  INSERT INTO ventas_raw (ubicacion_id, fecha, fecha_hora, numero_factura, producto_id, cantidad, costo_unitario, monto_total) VALUES
    ('K', '2024-06-03', NULL, 'F1', 'P1', 2, 3.5, 10), ('K', '2024-06-03', NULL, 'F1', 'Ñ2', -1, 1.000001, -2.5),
    ('K', '2024-06-03', NULL, 'F2', 'P1', 1, NULL, 5), ('K', '2024-06-03', NULL, NULL, NULL, 1, 1, NULL),
    ('K', '2024-05-27', NULL, 'F1', 'P1', 1, 1, 4), ('K', '2023-06-05', NULL, 'F1', 'p1', 1, 1, 20),
    -- Costs on both sides of a million.
    ('K', '2024-07-01', NULL, NULL, 'P1', 10, 99999, 1), ('K', '2024-07-01', NULL, NULL, 'P1', -1000, 999, 1),
    ('K', '2024-07-01', NULL, NULL, 'P1', 10.000001, 99999, 1), ('K', '2024-07-01', NULL, NULL, 'P1', 1000, 999.000001, 1),
    ('K', '2024-07-01', NULL, NULL, 'P1', 999999999999.999999, 999999.999999, 1),
    ('K', '2024-07-01', NULL, NULL, 'P1', 123456.789012, -987654.321098, 999999999999.999999),
    -- On Sunday 2024-03-10 the clocks of New York go from 2 to 3, on 2023-11-05 from 2 to 1.
    ('NY', '2024-03-10', '2024-03-10 06:59:59.999999+00', NULL, NULL, 1, NULL, NULL), ('NY', '2024-03-10', '2024-03-10 07:00+00', NULL, NULL, 2, NULL, NULL),
    ('NY', '2023-11-05', '2023-11-05 05:30+00', NULL, NULL, 4, NULL, NULL), ('NY', '2023-11-05', '2023-11-05 06:30+00', NULL, NULL, 8, NULL, NULL),
    ('NY', '2023-11-05', '2023-11-05 07:30+00', NULL, NULL, 16, NULL, NULL), ('NY', '2023-11-05', NULL, NULL, NULL, 32, NULL, NULL),
    ('KT', '2024-03-10', '2024-03-10 18:14:59.999999+00', NULL, NULL, 1, NULL, NULL), ('KT', '2024-03-10', '2024-03-10 18:15+00', NULL, NULL, 2, NULL, NULL)`;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await createAwkwardSales(database.pool);
  await database.pool.query(knownSql);
  const tables = ['ventas_raw', 'productos', 'ubicaciones', 'tasas_cambio'];
  engines = await openBothEngines({ pool: database.pool, tables, rollups: metrics.rollups });
});

afterAll(async () => {
  await engines.close();
  await database.drop();
});

const questions: readonly Question<SalesFilter, object>[] = [
  metrics.salesByDay,
  metrics.salesByWeek,
  metrics.salesByMonth,
  metrics.salesByStore,
  metrics.salesByStoreAndDay,
  metrics.salesByCategory,
  metrics.salesByHour,
  metrics.receipts,
  metrics.topProducts,
  metrics.bottomProducts,
  metrics.salesCompared,
  metrics.salesComparedByDay,
  metrics.salesComparedByStore,
  metrics.salesComparedByCategory,
];
const everything = { stores: 'all', from: '2023-01-01', to: '2024-12-31' } as const;

const filters: readonly (readonly [string, SalesFilter])[] = [
  ['all lines', everything],
  ['a day that comes in leap years', { stores: 'all', from: '2024-02-29', to: '2024-02-29' }],
  ['some stores', { stores: ['t2', 'T10', 'nowhere'], from: '2024-02-26', to: '2024-03-11' }],
  ['no store', { ...everything, stores: [] }],
  ['a period without lines', { stores: 'all', from: '2026-01-01', to: '2026-12-31' }],
  ['a period that ends before it begins', { stores: 'all', from: '2024-03-01', to: '2024-02-01' }],
  ['some products', { ...everything, products: ['P1', 'é', 'unknown', 'P9'] }],
  ['some categories', { ...everything, categories: ['Frutas', 'víveres', 'Óptica'] }],
  [
    'products of categories',
    { stores: ['T1'], from: '2024-01-01', to: '2024-12-31', products: ['Ñ2', 'P1'], categories: ['Frutas'] },
  ],
  ['no product', { ...everything, products: [] }],
  ['no category', { ...everything, categories: [] }],
  ['words', { ...everything, text: 'ÑAM  3' }],
  [
    'words of products and categories',
    { ...everything, text: 'a', products: ['Ñ2', 'P1', 'é'], categories: ['Frutas'] },
  ],
  ['wildcards', { ...everything, text: String.raw`% _ \ '` }],
  [
    'whatever means something to a regular expression',
    { ...everything, text: String.raw`!"#$%&'()*+,-./:;<=>?@[\]^_{|}~ (?i) *** a{2} [[:alpha:]] \d $1` },
  ],
  ['a search without a word', { ...everything, text: ' \t' }],
];

/** Without the costs beyond 10^17 of July, which dollars have no room for. */
function within(filter: SalesFilter): SalesFilter {
  return filter.currency === 'USD' && filter.to > '2024-06-30' ? { ...filter, to: '2024-06-30' } : filter;
}

const inDollars = filters.filter(([name]) =>
  ['all lines', 'some stores', 'a period without lines', 'some categories'].includes(name),
);

const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2023-02-01', days));
const anyFilter = fc.record({
  currency: fc.constantFrom('VES' as const, 'USD' as const),
  stores: fc.oneof(fc.constant('all' as const), fc.subarray(['T1', 't2', 'T10', 'K'])),
  from: day,
  to: day,
  products: fc.option(fc.subarray(['P1', 'p1', 'Ñ2', 'P-3', 'unknown']), { nil: undefined }),
  categories: fc.option(fc.subarray(['Víveres', 'víveres', 'Frutas', 'FRUTAS']), { nil: undefined }),
  text: fc.option(fc.oneof(fc.constantFrom('harina', 'PIÑA', 'n\u0303ame', 'é'), fc.string()), { nil: undefined }),
});

describe.each(questions.map((question) => [question.name, question] as const))('%s', (_, question) => {
  it.each(filters)('has the same rows in both engines: %s', async (_name, filter) => {
    await engines.ask(question, filter);
  });

  it.each(inDollars)('has the same rows in both engines in dollars: %s', async (_name, filter) => {
    await engines.ask(question, within({ ...filter, currency: 'USD' }));
  });

  it('has the same rows in both engines, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(anyFilter, async (filter) => {
        await engines.ask(question, within(filter));
      }),
      { numRuns: 6 },
    );
  });

  it('refuses a date that is none', () => {
    expect(() => question.reads({ ...everything, to: '2024-2-5' })).toThrow('2024-2-5 is not a date');
  });
});

describe('products in an order', () => {
  const measures: readonly metrics.ProductMeasure[] = ['venta_total', 'unidades', 'margen', 'lineas'];
  it.each(measures)('by %s are the same in both engines, page by page', async (by) => {
    for (const question of [metrics.topProducts, metrics.bottomProducts]) {
      const all = await engines.ask(question, { ...everything, by });
      const first = await engines.ask(question, { ...everything, by, limit: 3 });
      const rest = await engines.ask(question, { ...everything, by, offset: 3 });
      expect([...first, ...rest]).toEqual(all);
      expect(all.length).toBeGreaterThan(6);
    }
  });

  it('stand by id where they sold the same', async () => {
    const rows = await engines.ask(metrics.topProducts, {
      stores: ['t2', 'T10'],
      from: '2024-02-26',
      to: '2024-02-26',
      by: 'lineas',
    });
    const ids = rows.filter(({ lineas }) => lineas === rows[0]?.lineas).map(({ producto_id }) => producto_id);
    expect(ids.length).toBeGreaterThan(1);
    expect(ids).toEqual(ids.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });
});

describe('known lines', () => {
  const known = { stores: ['K'], from: '2024-06-03', to: '2024-06-09' };
  const sums = { lineas: 4, lineas_devueltas: 1, unidades: '3', venta_total: '12.50', venta_con_costo: '7.50' };
  const margins = { costo: '5.999999', margen: '1.500001', margen_porcentaje: '20.00' };
  const receipts = { facturas: 2, ticket_promedio: '6.25' };

  it('add up by day, week, month and store', async () => {
    const figures = { ...sums, ...margins, ...receipts };
    expect(await engines.ask(metrics.salesByDay, known)).toEqual([{ fecha: '2024-06-03', ...figures }]);
    const midweek = { ...known, from: '2024-06-01', to: '2024-06-05' };
    expect(await engines.ask(metrics.salesByWeek, midweek)).toEqual([{ semana: '2024-06-03', ...figures }]);
    expect(await engines.ask(metrics.salesByMonth, midweek)).toEqual([{ mes: '2024-06-01', ...figures }]);
    expect(await engines.ask(metrics.salesByStore, known)).toEqual([
      { ubicacion_id: 'K', nombre: 'Known', ...figures, porcentaje: '100.00' },
    ]);
  });

  it('add up by category and product, lines without a product apart', async () => {
    expect(await engines.ask(metrics.salesByCategory, known)).toMatchObject([
      { categoria: 'Víveres', venta_total: '15.00', costo: '7.00', margen: '3.00', porcentaje: '120.00' },
      { categoria: 'Frutas', venta_total: '-2.50', margen_porcentaje: '60.00', porcentaje: '-20.00' },
      { categoria: null, lineas: 1, venta_total: '0.00', margen_porcentaje: null },
    ]);
    expect(await engines.ask(metrics.bottomProducts, { ...known, limit: 1 })).toMatchObject([
      { producto_id: 'Ñ2', codigo: '3', descripcion: 'Ñame', categoria: 'Frutas', unidades: '-1' },
    ]);
  });

  it.each([
    ['HARÍNA', ['P1']],
    ['nam', ['Ñ2']],
    ['ña 3', ['Ñ2']],
    ['harina ñame', []],
    ['%', []],
  ])('are found by %j', async (text, ids) => {
    const rows = await engines.ask(metrics.topProducts, { ...known, text });
    expect(rows.map(({ producto_id }) => producto_id)).toEqual(ids);
  });

  it('have receipts, of which some may have the product', async () => {
    expect(await engines.ask(metrics.receipts, known)).toEqual([
      {
        ...sums,
        ...margins,
        ...receipts,
        ubicaciones: 1,
        dias_de_tienda: 1,
        lineas_por_factura: '2.00',
        unidades_por_factura: '1.50',
        facturas_por_dia: '2.00',
      },
    ]);
    expect(await engines.ask(metrics.receipts, { ...known, products: ['Ñ2'] })).toMatchObject([
      { facturas: 1, ticket_promedio: '-2.50' },
    ]);
    expect(await engines.ask(metrics.receipts, { ...known, stores: [] })).toMatchObject([
      { lineas: 0, venta_total: '0.00', facturas: 0, ticket_promedio: null, facturas_por_dia: null },
    ]);
  });

  it('stand beside the week before and the same week of last year', async () => {
    const beside = { cambio_anterior: '212.50', cambio_anio_anterior: '-37.50' };
    const periods = {
      actual: receipts,
      anterior: { venta_total: '4.00' },
      anio_anterior: { venta_total: '20.00', facturas: 1 },
    };
    expect(await engines.ask(metrics.salesCompared, known)).toMatchObject([{ ...periods, ...beside }]);
    expect(await engines.ask(metrics.salesComparedByDay, known)).toMatchObject([
      { fecha: '2024-06-03', ...periods, ...beside },
    ]);
    expect(await engines.ask(metrics.salesComparedByStore, known)).toMatchObject([{ nombre: 'Known', ...beside }]);
    expect(await engines.ask(metrics.salesComparedByCategory, known)).toMatchObject([
      { categoria: 'Víveres', cambio_anterior: '275.00', cambio_anio_anterior: null },
      { categoria: 'Frutas', cambio_anterior: null },
      // Neither has an amount: by name.
      { categoria: 'víveres', actual: { lineas: 0 }, cambio_anio_anterior: '-100.00' },
      { categoria: null, actual: { lineas: 1 }, anterior: { lineas: 0 } },
    ]);
  });

  it('cost what they cost, also beyond a million', async () => {
    const costs: readonly (readonly [bigint, bigint])[] = [
      [10_000_000n, 99_999_000_000n],
      [-1_000_000_000n, 999_000_000n],
      [10_000_001n, 99_999_000_000n],
      [1_000_000_000n, 999_000_001n],
      [999_999_999_999_999_999n, 999_999_999_999n],
      [123_456_789_012n, -987_654_321_098n],
    ];
    const total = costs.reduce((sum, [units, cost]) => sum + units * cost, 0n);
    const [row] = await engines.ask(metrics.salesByDay, { ...known, from: '2024-07-01', to: '2024-07-01' });
    expect(BigInt((row?.costo ?? '').replace('.', ''))).toBe(total);
    expect(row?.venta_con_costo).toBe('1000000000004.999999');
  });
});

describe('hours', () => {
  it('are those of the store’s clock, summer time included', async () => {
    const unitsByHour = async (stores: string[], date: string) => {
      const rows = await engines.ask(metrics.salesByHour, { stores, from: date, to: date });
      return rows.map(({ dia_semana, hora, unidades }) => [dia_semana, hora, unidades]);
    };
    expect(await unitsByHour(['NY'], '2024-03-10')).toEqual([
      [7, 1, '1'],
      [7, 3, '2'],
    ]);
    expect(await unitsByHour(['NY'], '2023-11-05')).toEqual([
      [7, 1, '12'],
      [7, 2, '16'],
      [7, null, '32'],
    ]);
    expect(await unitsByHour(['KT'], '2024-03-10')).toEqual([
      [7, 0, '2'],
      [7, 23, '1'],
    ]);
    expect(await unitsByHour(['KT', 'NY'], '2024-03-10')).toHaveLength(4);
  });
});
