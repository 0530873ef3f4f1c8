import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { addDays, scopeIncludes, type StoreScope } from '../../base/index.ts';
import type { OperationContext } from '../context.ts';
import { listMovements, type Movement } from './list.ts';

let database: TestDatabase;

const kinds = ['entrada', 'salida', 'ajuste', 'transferencia'] as const;

/** 500 movements of 3 stores over 4 months with gaps; several at the same moment. */
const movementsSql = `
  INSERT INTO ubicaciones (id, codigo, nombre, tipo) SELECT 'T' || n, n::text, 'Tienda ' || n, 'tienda' FROM generate_series(1, 4) AS n;
  SELECT fluxion.ensure_partitions('2024-01-01', '2024-06-30');
  INSERT INTO movimientos_inventario (id, ubicacion_id, fecha, fecha_hora, producto_id, tipo_movimiento, cantidad)
  SELECT n::text, 'T' || 1 + n % 3, d, d + (n * 11 % 24) * interval '1 hour 0.000001 seconds', 'P' || n % 4,
    (ARRAY['entrada', 'salida', 'ajuste', 'transferencia'])[1 + n / 3 % 4], n % 9 - 4.25
  FROM generate_series(1, 500) AS n, LATERAL (SELECT DATE '2024-01-10' + n * n * 7 % 83 AS d) AS day`;

/** The list as it would be written if the movements were few. */
const plainSql = `
  SELECT id, ubicacion_id, fecha, fecha_hora, producto_id, tipo_movimiento FROM movimientos_inventario
  ORDER BY fecha DESC, ubicacion_id, fecha_hora DESC, id DESC`;

type Listed = Pick<Movement, 'id' | 'ubicacion_id' | 'fecha' | 'fecha_hora' | 'producto_id' | 'tipo_movimiento'>;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
});

afterAll(() => database.drop());

function contextOf(stores: StoreScope): OperationContext {
  const actor = { id: 'x', nombre: 'x', correo: 'x', rol: 'visualizador' } as const;
  return { db: database.pool, actor, stores };
}

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const day = fc.integer({ min: 0, max: 120 }).map((days) => addDays('2024-01-01', days));

describe('listMovements', () => {
  it('is empty where nothing ever moved', async () => {
    expect(await listMovements({ ctx: contextOf('all'), input: { limit: 10 } })).toEqual([]);
  });

  it('gives the same page as sorting all movements would, for any filter, scope and position', async () => {
    await database.pool.query(movementsSql);
    const { rows } = await database.pool.query<Listed>(plainSql);

    const last = rows[0]?.fecha ?? '';
    const anything = fc.record({
      scope: fc.oneof(fc.constant('all' as const), fc.subarray(['T1', 'T2', 'T3', 'T4'])),
      from: optional(day),
      to: optional(day),
      lastDays: optional(fc.integer({ min: 1, max: 100 })),
      productId: optional(fc.constantFrom('P0', 'P1', 'P2', 'P3')),
      kind: optional(fc.constantFrom(...kinds)),
      place: optional(fc.nat(499)),
      limit: fc.integer({ min: 1, max: 200 }),
    });
    await fc.assert(
      fc.asyncProperty(anything, async ({ scope, place, ...input }) => {
        const { from, to, lastDays, productId, kind, limit } = input;
        const first = lastDays === undefined ? '' : addDays(last, 1 - lastDays);
        const wanted = rows.filter((row, index) => {
          const isInRange = row.fecha >= (from ?? '') && row.fecha <= (to ?? '9') && row.fecha >= first;
          const isKind = row.tipo_movimiento === (kind ?? row.tipo_movimiento);
          const isProduct = row.producto_id === (productId ?? row.producto_id);
          return scopeIncludes(scope, row.ubicacion_id) && isInRange && isKind && isProduct && index > (place ?? -1);
        });
        const after = place === undefined ? undefined : rows[place];
        const found = await listMovements({ ctx: contextOf(scope), input: { ...input, after } });
        expect(found.map(({ id }) => id)).toEqual(wanted.slice(0, limit).map(({ id }) => id));
      }),
      { numRuns: 150 },
    );
  });
});
