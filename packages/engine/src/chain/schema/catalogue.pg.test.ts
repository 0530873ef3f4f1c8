import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
});
afterAll(() => database.drop());

async function names(sql: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(sql);
  return rows.map(({ name }) => name);
}

it('is made by a role that is no superuser', async () => {
  const { rows } = await database.pool.query(`SELECT current_setting('is_superuser') AS superuser`);
  expect(rows).toEqual([{ superuser: 'off' }]);
});

it('has the tables and views of the domain', async () => {
  expect(
    await names(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v') ORDER BY relname COLLATE "C"`,
    ),
  ).toEqual([
    'alertas_inventario',
    'cargas',
    'categorias_config',
    'conjuntos_sustituibles',
    'entregas',
    'facturas',
    'fuentes',
    'fuentes_estado',
    'items_facturas',
    'movimientos_inventario',
    'pedidos',
    'pedidos_detalle',
    'pedidos_historial',
    'producto_proveedor_config',
    'producto_ubicacion_config',
    'productos',
    'productos_abc_v2_historico',
    'productos_ubicacion_completa',
    'proveedores',
    'rechazos',
    'stock_actual',
    'tasas_cambio',
    'tokens',
    'ubicaciones',
    'usuarios',
    'usuarios_ubicaciones',
    'ventas',
    'ventas_diarias',
    'ventas_raw',
  ]);
});

it('explains every table, view and function', async () => {
  expect(
    await names(`SELECT oid::regclass::text AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v') AND obj_description(oid, 'pg_class') IS NULL`),
  ).toEqual([]);
  expect(
    await names(
      `SELECT oid::regprocedure::text AS name FROM pg_proc WHERE pronamespace = 'fluxion'::regnamespace AND obj_description(oid, 'pg_proc') IS NULL`,
    ),
  ).toEqual([]);
});

it('has an index that begins with the columns of every foreign key, so that no change of a master reads a table', async () => {
  expect(
    await names(`SELECT conrelid::regclass || ' ' || conname AS name FROM pg_constraint AS k
      WHERE contype = 'f' AND NOT EXISTS (
        SELECT FROM pg_index AS i WHERE i.indrelid = k.conrelid AND i.indpred IS NULL
          AND (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)
      ORDER BY 1`),
  ).toEqual([
    // Suppliers and centres are few and hardly ever deleted; orders are looked up by store.
    'pedidos pedidos_proveedor_id_fkey',
    'pedidos pedidos_ubicacion_origen_id_fkey',
  ]);
});

it.each([
  ['facturas', '(fecha, ubicacion_id'],
  ['items_facturas', '(fecha, producto_id)'],
  ['movimientos_inventario', '(fecha, ubicacion_id, producto_id)'],
  ['producto_ubicacion_config', '(ubicacion_id, activo)'],
  ['productos', '(categoria, activo)'],
  ['productos', '(abc_classification, activo)'],
  ['stock_actual', '(ubicacion_id)'],
  ['stock_actual', '(requiere_reposicion) WHERE requiere_reposicion'],
  ['conjuntos_sustituibles', '(nombre)'],
  ['conjuntos_sustituibles', '(categoria)'],
  ['productos_abc_v2_historico', '(codigo_producto)'],
  ['productos_abc_v2_historico', '(ubicacion_id)'],
  ['productos_abc_v2_historico', '(fecha_calculo)'],
  ['ventas_raw', '(ubicacion_id, fecha'],
  ['ventas_raw', 'USING brin (fecha)'],
])('%s has an index %s', async (table, columns) => {
  const definitions = await names(
    `SELECT pg_get_indexdef(indexrelid) AS name FROM pg_index WHERE indrelid = '${table}'::regclass`,
  );
  expect(definitions.some((definition) => definition.includes(columns))).toBe(true);
});
