import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import * as metrics from '../index.ts';
import { createAwkwardSales } from '../testing/awkward-sales.ts';
import { openBothEngines, type BothEngines } from '../testing/parity.ts';

let database: TestDatabase;
let engines: BothEngines;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await createAwkwardSales(database.pool);
  const tables = ['ventas_raw', 'productos', 'ubicaciones', 'tasas_cambio'];
  engines = await openBothEngines({ pool: database.pool, tables, rollups: metrics.rollups });
});

afterAll(async () => {
  await engines.close();
  await database.drop();
});

const everything = { stores: 'all', from: '2023-01-01', to: '2024-12-31', currency: 'USD' } as const;

/** A number whose square is larger than any of the sums: enough to tell them apart to the last of 6 decimals. */
const scale = 10n ** 40n;

/** Millionths of dollars, rounded half away from zero, of what PostgreSQL says was booked at each rate: by whole numbers alone. */
async function millionths(expression: string, condition = 'true'): Promise<string> {
  const { rows } = await database.pool.query<{ amount: string; rate: string }>(`
    SELECT trunc(sum(${expression}) * 10 ^ 12::numeric)::text AS amount, trunc(rate * 10 ^ 6::numeric)::text AS rate
    FROM ventas_raw AS v
    CROSS JOIN LATERAL (
      SELECT bs_por_usd AS rate FROM tasas_cambio AS t WHERE t.fecha <= v.fecha ORDER BY t.fecha DESC LIMIT 1) AS t
    WHERE ${condition} GROUP BY rate HAVING sum(${expression}) IS NOT NULL`);
  const sum = rows.reduce((total, { amount, rate }) => total + (BigInt(amount) * scale) / BigInt(rate), 0n);
  const half = sum < 0n ? -scale / 2n : scale / 2n;
  return String((sum + half) / scale);
}

/** The same of a figure. */
function inMillionths(figure: string | undefined): string {
  const [whole = '', fraction = ''] = (figure ?? '').split('.');
  return String(BigInt(whole + fraction.padEnd(6, '0')));
}

describe('dollars', () => {
  it('are what was booked on each day divided by its rate, to the last of 6 decimals', async () => {
    const [row] = await engines.ask(metrics.receipts, everything);
    expect(inMillionths(row?.venta_total)).toBe(await millionths('monto_total'));
    const isCosted = 'monto_total IS NOT NULL AND cantidad IS NOT NULL AND costo_unitario IS NOT NULL';
    expect(inMillionths(row?.venta_con_costo)).toBe(await millionths('monto_total', isCosted));
    expect(inMillionths(row?.costo)).toBe(await millionths('cantidad * costo_unitario', isCosted));
    for (const store of await engines.ask(metrics.salesByStore, everything)) {
      const condition = `ubicacion_id = '${store.ubicacion_id}'`;
      expect(inMillionths(store.venta_total)).toBe(await millionths('monto_total', condition));
    }
    for (const product of await engines.ask(metrics.topProducts, everything)) {
      const condition = `producto_id = '${product.producto_id}'`;
      expect(inMillionths(product.venta_total)).toBe(await millionths('monto_total', condition));
    }
  });

  it('change amounts only, and what follows from them', async () => {
    const { currency: _, ...bolivares } = everything;
    const [inBolivares] = await engines.ask(metrics.receipts, bolivares);
    const [inDollars] = await engines.ask(metrics.receipts, everything);
    const { lineas, lineas_devueltas, unidades, facturas, dias_de_tienda } = inBolivares ?? {};
    expect(inDollars).toMatchObject({ lineas, lineas_devueltas, unidades, facturas, dias_de_tienda });
    expect(inDollars?.venta_total).not.toBe(inBolivares?.venta_total);
  });

  it('are of the stores of a day as of the day', async () => {
    const days = await engines.ask(metrics.salesByDay, everything);
    const cells = await engines.ask(metrics.salesByStoreAndDay, everything);
    for (const { fecha, lineas, facturas } of days) {
      const own = cells.filter((cell) => cell.fecha === fecha);
      expect(own.reduce((sum, cell) => sum + cell.lineas, 0)).toBe(lineas);
      expect(own.reduce((sum, cell) => sum + cell.facturas, 0)).toBe(facturas);
    }
    expect(cells.length).toBeGreaterThan(days.length);
    expect(await engines.ask(metrics.salesByStoreAndDay, { ...everything, limit: 2, offset: 3 })).toEqual(
      cells.slice(3, 5),
    );
  });
});

describe('a day without a rate', () => {
  const known = { ...everything, stores: ['K'] };
  beforeAll(async () => {
    await database.pool.query(`
      INSERT INTO ubicaciones (id, codigo, nombre, tipo) VALUES ('K', 'K', 'Known', 'tienda');
      SELECT fluxion.ensure_partitions('2022-10-01', '2022-12-01');
      INSERT INTO ventas_raw (ubicacion_id, fecha, producto_id, cantidad, monto_total) VALUES
        ('K', '2022-11-04', 'P1', 1, 30), ('K', '2022-11-05', 'p1', 1, 30), ('K', '2022-11-30', 'p1', 1, 30)`);
  });
  beforeEach(() => engines.refresh());

  it('has that of the last day before it', async () => {
    const rows = await engines.ask(metrics.salesByDay, { ...known, from: '2022-11-05', to: '2022-11-30' });
    expect(rows.map(({ fecha, venta_total }) => [fecha, venta_total])).toEqual([
      ['2022-11-05', '10.00'],
      ['2022-11-30', '10.00'],
    ]);
  });

  const before = { ...known, from: '2022-11-04', to: '2022-11-30' };
  it.each([
    metrics.salesByDay,
    metrics.salesByStore,
    metrics.salesByStoreAndDay,
    metrics.salesByCategory,
    metrics.salesByHour,
    metrics.receipts,
    metrics.salesCompared,
    metrics.salesComparedByDay,
    metrics.salesComparedByCategory,
  ])('before the first is no part of an answer: $name', async (question) => {
    await expect(engines.ask<typeof before, object>(question, before)).rejects.toMatchObject({
      code: 'NO_EXCHANGE_RATE',
    });
  });

  it('spoils a ranking also where another page has it', async () => {
    const page = { ...before, limit: 1 };
    await expect(engines.ask(metrics.topProducts, page)).rejects.toMatchObject({ code: 'NO_EXCHANGE_RATE' });
    expect(await engines.ask(metrics.topProducts, { ...page, products: ['p1'] })).toMatchObject([
      { producto_id: 'p1', venta_total: '20.00' },
    ]);
  });

  it('does not matter where nothing was sold, or bolívares are asked for', async () => {
    expect(await engines.ask(metrics.salesByDay, { ...before, stores: ['T1'] })).toEqual([]);
    const [row] = await engines.ask(metrics.receipts, { ...before, currency: 'VES' });
    expect(row?.venta_total).toBe('90.00');
    const later = { ...known, from: '2022-11-30', to: '2022-11-30' };
    expect(await engines.ask(metrics.salesCompared, later)).toHaveLength(1);
  });
});
