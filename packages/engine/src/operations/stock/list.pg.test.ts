import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { scopeIncludes, type StoreScope } from '../../base/index.ts';
import type { OperationContext } from '../context.ts';
import { InvalidInput } from '../invalid-input.ts';
import type { StockRow } from './columns.ts';
import { listStock, type StockKey } from './list.ts';

let database: TestDatabase;
/** All rows of the view, in the list's order. */
let all: readonly StockRow[];

/** 60 products in 3 stores, in every state, and some below zero. */
const stockSql = `
  INSERT INTO ubicaciones (id, codigo, nombre, tipo) SELECT 'T' || n, n::text, 'Tienda ' || n, 'tienda' FROM generate_series(1, 3) AS n;
  INSERT INTO productos (id, codigo, codigo_barras, descripcion, categoria)
  SELECT 'p' || n, lpad((n * 7 % 60)::text, 3, '0'), '75' || n, CASE n % 3 WHEN 0 THEN 'Café ' ELSE 'Té ' END || n, 'Categoría ' || n % 4
  FROM generate_series(0, 59) AS n;
  INSERT INTO producto_ubicacion_config (ubicacion_id, producto_id, stock_minimo, stock_maximo, punto_reorden)
  SELECT 'T' || t, 'p' || n, 5, 20, 10 FROM generate_series(0, 59) AS n, generate_series(1, 3) AS t WHERE n % 5 <> t;
  INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad)
  SELECT 'T' || t, 'p' || n, (n * t * 13) % 40 - 8 FROM generate_series(0, 59) AS n, generate_series(1, 3) AS t WHERE n % 7 <> 0`;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  await database.pool.query(stockSql);
  all = await listStock({ ctx: contextOf('all'), input: { limit: 1000 } });
});

afterAll(() => database.drop());

function contextOf(stores: StoreScope): OperationContext {
  const actor = { id: 'x', nombre: 'x', correo: 'x', rol: 'visualizador' } as const;
  return { db: database.pool, actor, stores };
}

const states = ['SIN_STOCK', 'CRITICO', 'BAJO', 'EXCESO', 'NORMAL'] as const;
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const key = fc.record({
  ubicacion_id: fc.constantFrom('T0', 'T1', 'T2', 'T3', 'T9'),
  codigo: fc.nat(61).map((n) => String(n).padStart(3, '0')),
});

function comesAfter(row: StockRow, after: StockKey | undefined): boolean {
  if (after === undefined || row.ubicacion_id > after.ubicacion_id) return true;
  return row.ubicacion_id === after.ubicacion_id && row.codigo > after.codigo;
}

describe('listStock', () => {
  it('shows what the view shows, in the order of store and codigo', async () => {
    const { rows } = await database.pool.query<StockKey>(
      'SELECT ubicacion_id, codigo FROM productos_ubicacion_completa ORDER BY ubicacion_id, codigo',
    );
    expect(all.map(({ ubicacion_id, codigo }) => ({ ubicacion_id, codigo }))).toEqual(rows);
    expect(new Set(all.map(({ estado }) => estado))).toEqual(new Set(states));
  });

  it('gives the same page as filtering all rows would, for any filter, scope and position', async () => {
    const anything = fc.record({
      scope: fc.oneof(fc.constant('all' as const), fc.subarray(['T1', 'T2', 'T3'])),
      categories: optional(fc.subarray(['Categoría 0', 'Categoría 1', 'Categoría 3', 'x'], { minLength: 1 })),
      states: optional(fc.subarray([...states], { minLength: 1 })),
      negative: optional(fc.boolean()),
      text: optional(fc.constantFrom('cafe', 'TÉ 1', '75', 'nada', '%')),
      after: optional(key),
      limit: fc.integer({ min: 1, max: 200 }),
    });
    await fc.assert(
      fc.asyncProperty(anything, async ({ scope, ...input }) => {
        const wanted = all.filter((row) => {
          const words = (input.text ?? '').toLowerCase().replace('é', 'e').split(' ');
          const searched = `${row.codigo} 75${row.producto_id.slice(1)} ${row.descripcion}`
            .toLowerCase()
            .replace('é', 'e');
          return (
            scopeIncludes(scope, row.ubicacion_id) &&
            (input.categories ?? [row.categoria]).includes(row.categoria) &&
            (input.states ?? states).includes(row.estado) &&
            (input.negative === undefined || input.negative === row.cantidad.startsWith('-')) &&
            words.every((word) => searched.includes(word)) &&
            comesAfter(row, input.after)
          );
        });
        expect(await listStock({ ctx: contextOf(scope), input })).toEqual(wanted.slice(0, input.limit));
      }),
      { numRuns: 150 },
    );
  });

  it('tells nothing of a store that the actor may not see', async () => {
    const asked = listStock({ ctx: contextOf(['T1']), input: { stores: ['T1', 'T2'], limit: 10 } });
    await expect(asked).rejects.toThrow(InvalidInput);
  });
});
