import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { scopeParameter } from '../base/index.ts';
import { noSales, salesTotals } from './sales-totals.ts';

let database: TestDatabase;

/** Lines with up to 6 decimals, returns, and lines without a number, of 3 stores on some days of 4 months. */
const salesSql = `
  INSERT INTO ventas_raw (ubicacion_id, fecha, numero_factura, producto_id, cantidad, monto_total)
  SELECT 'T' || (1 + n % 3), DATE '2024-01-15' + (n * n * 3 % 89), CASE WHEN n % 7 > 0 THEN 'F' || n % 11 END, 'P1',
         (n % 13 - 2) * 0.125, n * 1234567.000001 - n % 10
  FROM generate_series(1, 500) AS n`;

/** The same numbers straight from the lines, as texts that do not depend on their scale. */
const plainSql = `
  SELECT trim_scale(coalesce(sum(monto_total), 0))::text AS venta_total,
         trim_scale(coalesce(sum(cantidad), 0))::text AS unidades,
         count(*)::int AS lineas,
         (count(*) FILTER (WHERE cantidad < 0))::int AS lineas_devueltas,
         count(DISTINCT (ubicacion_id, fecha, numero_factura)) FILTER (WHERE numero_factura IS NOT NULL)::int AS facturas
  FROM ventas_raw
  WHERE ($1::text[] IS NULL OR ubicacion_id = ANY ($1))
    AND ($2::date IS NULL OR fecha >= $2) AND ($3::date IS NULL OR fecha <= $3)`;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(`
    INSERT INTO ubicaciones (id, codigo, nombre, tipo) SELECT 'T' || n, n::text, 'Tienda ' || n, 'tienda' FROM generate_series(1, 3) AS n;
    SELECT fluxion.ensure_partitions('2024-01-01', '2024-05-31')`);
  await database.pool.query(salesSql);
});

afterAll(() => database.drop());

const day = fc.integer({ min: 0, max: 110 }).map((days) => {
  return new Date(Date.UTC(2024, 0, 10) + days * 86_400_000).toISOString().slice(0, 10);
});
const range = fc.record({
  stores: fc.oneof(fc.constant('all' as const), fc.subarray(['T1', 'T2', 'T3'])),
  from: fc.option(day, { nil: undefined }),
  to: fc.option(day, { nil: undefined }),
});

describe('salesTotals', () => {
  it('is what adding up the lines gives, for any range and scope', async () => {
    await fc.assert(
      fc.asyncProperty(range, async (asked) => {
        const { total } = await salesTotals({ db: database.pool, range: asked });
        const parameters = [scopeParameter(asked.stores), asked.from, asked.to];
        const { rows } = await database.pool.query<{ venta_total: string }>(plainSql, parameters);
        const { ticket_promedio: _, venta_total, ...counts } = total;
        expect({ ...counts, venta_total: venta_total.replace(/\.?0+$/, '') || '0' }).toEqual({
          ...rows[0],
          venta_total: rows[0]?.venta_total,
        });
      }),
      { numRuns: 100 },
    );
  });

  it('adds up: the stores and the days make the total', async () => {
    const { total, byStore, byDay, firstDay, lastDay } = await salesTotals({
      db: database.pool,
      range: { stores: 'all' },
    });
    const parts = [[...byStore.values()], byDay];
    for (const part of parts) {
      expect(part.reduce((sum, { lineas }) => sum + lineas, 0)).toBe(total.lineas);
      expect(part.reduce((sum, { facturas }) => sum + facturas, 0)).toBe(total.facturas);
      expect(part.reduce((sum, { venta_total }) => sum + millionths(venta_total), 0n)).toBe(
        millionths(total.venta_total),
      );
    }
    expect([...byStore.keys()].toSorted()).toEqual(['T1', 'T2', 'T3']);
    const days = byDay.map(({ fecha }) => fecha);
    expect(days).toEqual(days.toSorted());
    expect([days[0], days.at(-1)]).toEqual([firstDay, lastDay]);
  });

  it('of nothing is zeros', async () => {
    const nothing = { total: noSales, firstDay: null, lastDay: null, byStore: new Map(), byDay: [] };
    expect(await salesTotals({ db: database.pool, range: { stores: [] } })).toEqual(nothing);
    expect(await salesTotals({ db: database.pool, range: { stores: 'all', from: '2030-01-01' } })).toEqual(nothing);
  });

  it.each([
    ['0.005', '0.01'],
    ['2.675', '2.68'],
    ['-0.005', '-0.01'],
    ['1.0049', '1.00'],
  ])('rounds an average of %s to %s', async (amount, average) => {
    await database.pool.query('DELETE FROM ventas_raw WHERE fecha = $1', ['2024-05-31']);
    await database.pool.query(
      `INSERT INTO ventas_raw (ubicacion_id, fecha, numero_factura, monto_total) VALUES ('T1', '2024-05-31', 'A', $1)`,
      [amount],
    );
    const { total } = await salesTotals({ db: database.pool, range: { stores: 'all', from: '2024-05-31' } });
    expect(total.ticket_promedio).toBe(average);
  });

  it.each([
    ['all', 'fluxion_sales_totals(NULL, NULL, NULL)'],
    [['T1'], `fluxion_sales_totals_of('{T1}', NULL, NULL)`],
  ] as const)('of %s are found through an index by one plan for any range', async (stores, call) => {
    const client = await database.pool.connect();
    try {
      await client.query(`SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off`);
      await salesTotals({ db: client, range: { stores } });
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN EXECUTE ${call}`);
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Cond: .*fecha >=.*fecha <=/);
    } finally {
      client.release(true);
    }
  });
});

function millionths(decimal: string): bigint {
  const [whole = '', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(6, '0'));
}
