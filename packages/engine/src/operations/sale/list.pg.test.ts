import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { scopeParameter, type StoreScope } from '../../base/index.ts';
import type { OperationContext } from '../context.ts';
import { listSales, type SaleKey } from './list.ts';

let database: TestDatabase;

/** 600 lines of 3 stores over 5 months, unevenly: some days have many lines, some none. */
const salesSql = `
  INSERT INTO ventas_raw (ubicacion_id, fecha, numero_factura, producto_id, cantidad, monto_total)
  SELECT 'T' || (1 + n % 3), DATE '2024-01-30' + (n * n * 7 % 97), 'F' || n % 50, 'P' || n % 4, n % 5 - 1, n * 1.25
  FROM generate_series(1, 600) AS n
  ORDER BY n * 7919 % 601`;

/** The list as it would be written if the facts were few. */
const plainSql = `
  SELECT id, fecha, ubicacion_id FROM ventas_raw
  WHERE ($1::text[] IS NULL OR ubicacion_id = ANY ($1))
    AND ($2::date IS NULL OR fecha >= $2) AND ($3::date IS NULL OR fecha <= $3)
    AND ($4::text[] IS NULL OR producto_id = ANY ($4))
    AND ($5::date IS NULL OR (fecha, ubicacion_id, id) > ($5, $6::text, $7::bigint))
    AND ($9::text[] IS NULL OR producto_id IN (SELECT id FROM productos WHERE categoria = ANY ($9)))
    AND ($11::text IS NULL OR numero_factura = $11)
    AND ($12::boolean IS NULL OR $12 = false OR cantidad < 0)
    AND ($10::text IS NULL OR producto_id IN (SELECT id FROM productos WHERE strpos(lower(descripcion), lower($10)) > 0))
  ORDER BY fecha, ubicacion_id, id LIMIT $8`;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(`
    INSERT INTO ubicaciones (id, codigo, nombre, tipo) SELECT 'T' || n, n::text, 'Tienda ' || n, 'tienda' FROM generate_series(1, 3) AS n;
    SELECT fluxion.ensure_partitions('2024-01-01', '2024-06-30')`);
  await database.pool.query(salesSql);
  await database.pool.query(`
    UPDATE productos SET descripcion = 'Producto ' || substr(id, 2),
      categoria = CASE WHEN id IN ('P0', 'P2') THEN 'pares' ELSE 'impares' END`);
});

afterAll(() => database.drop());

function contextOf(stores: StoreScope): OperationContext {
  const actor = { id: 'x', nombre: 'x', correo: 'x', rol: 'visualizador' } as const;
  return { db: database.pool, actor, stores };
}

const store = fc.constantFrom('T1', 'T2', 'T3');
const day = fc.integer({ min: 0, max: 130 }).map((days) => {
  return new Date(Date.UTC(2024, 0, 15) + days * 86_400_000).toISOString().slice(0, 10);
});
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

describe('listSales', () => {
  it('gives the same page as sorting all lines would, for any filter, scope and position', async () => {
    const anything = fc.record({
      scope: fc.oneof(fc.constant('all' as const), fc.subarray(['T1', 'T2', 'T3'])),
      isNamed: fc.boolean(),
      from: optional(day),
      to: optional(day),
      products: optional(fc.subarray(['P0', 'P1', 'P2', 'P3'])),
      categories: optional(fc.subarray(['pares', 'impares', 'nada'])),
      text: optional(fc.constantFrom('producto', 'TO 2', '3', '%')),
      receipt: optional(fc.constantFrom('F7', 'F49', 'f7', 'none')),
      returned: optional(fc.boolean()),
      after: optional(fc.record({ fecha: day, ubicacion_id: store, id: fc.nat(700).map(String) })),
      limit: fc.integer({ min: 1, max: 80 }),
    });
    await fc.assert(
      fc.asyncProperty(anything, async ({ scope, isNamed, ...input }) => {
        const stores = isNamed && scope !== 'all' ? scope : undefined;
        const lines = await listSales({ ctx: contextOf(isNamed ? 'all' : scope), input: { ...input, stores } });
        const { rows } = await database.pool.query<SaleKey>(plainSql, [
          scopeParameter(scope),
          input.from,
          input.to,
          input.products,
          input.after?.fecha,
          input.after?.ubicacion_id,
          input.after?.id,
          input.limit,
          input.categories,
          input.text,
          input.receipt,
          input.returned,
        ]);
        expect(lines.map(({ id, fecha, ubicacion_id }) => ({ id, fecha, ubicacion_id }))).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });

  it('refuses, naming them, stores outside the scope as it does unknown ones', async () => {
    const input = { stores: ['T1', 'T2', 'T9'], limit: 1 };
    await expect(listSales({ ctx: contextOf(['T1']), input })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      faults: [
        { field: 'ubicacion_id', fault: 'UNKNOWN_STORE', value: 'T2' },
        { field: 'ubicacion_id', fault: 'UNKNOWN_STORE', value: 'T9' },
      ],
    });
  });

  it('refuses a store that nobody knows, beside one with lines and alone', async () => {
    const faults = [{ field: 'ubicacion_id', fault: 'UNKNOWN_STORE', value: 'T9' }];
    for (const stores of [['T1', 'T9'], ['T9']]) {
      await expect(listSales({ ctx: contextOf('all'), input: { stores, limit: 1 } })).rejects.toMatchObject({ faults });
    }
  });

  it('refuses a product that nobody knows', async () => {
    const input = { products: ['P1', 'P9'], limit: 1 };
    await expect(listSales({ ctx: contextOf('all'), input })).rejects.toMatchObject({
      faults: [{ field: 'producto_id', fault: 'UNKNOWN_PRODUCT', value: 'P9' }],
    });
  });

  it('goes on with what a connection has prepared when columns become wider', async () => {
    const client = await database.pool.connect();
    try {
      const ask = () => listSales({ ctx: { ...contextOf('all'), db: client }, input: { limit: 1 } });
      const before = await ask();
      await client.query(`
        DROP VIEW ventas CASCADE;
        ALTER TABLE ventas_raw ALTER numero_factura TYPE varchar(80), ALTER producto_id TYPE varchar(80)`);
      expect(await ask()).toEqual(before);
    } finally {
      client.release();
    }
  });
});
