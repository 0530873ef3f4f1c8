import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoteLiteral } from '../base/index.ts';
import { yesterday } from './plan.ts';
import { createDemoFile, type DemoFile } from './testing/demo-file.ts';

/** In the order in which their keys want them. */
const tables = [
  'ubicaciones',
  'categorias_config',
  'proveedores',
  'productos',
  'producto_ubicacion_config',
  'producto_proveedor_config',
  'conjuntos_sustituibles',
  'tasas_cambio',
  'cargas',
  'ventas_raw',
  'facturas',
  'items_facturas',
  'movimientos_inventario',
  'stock_actual',
  'productos_abc_v2_historico',
  'pedidos',
  'pedidos_detalle',
];

/** The default, so that the alerts are those that a person sees. */
const until = yesterday(new Date());
let database: TestDatabase;
let demo: DemoFile;
beforeAll(async () => {
  [database, demo] = await Promise.all([
    createTestDatabase({ template: 'fluxion' }),
    createDemoFile({ rows: 30_000, until }),
  ]);
  const [from] = (await demo.rows('SELECT min(fecha)::VARCHAR AS first FROM ventas_raw')).map(({ first }) => first);
  await database.pool.query('SELECT fluxion.ensure_partitions($1, $2)', [from, until]);
});
afterAll(() => Promise.all([database.drop(), demo.drop()]));

/** Copies a table as CSV, by the file's column names, with every constraint and trigger of the target in force. */
async function copy(table: string): Promise<void> {
  const csv = `${demo.file}.${table}.csv`;
  const columns = await demo.rows(
    `SELECT column_name AS name FROM duckdb_columns() WHERE table_name = ${quoteLiteral(table)} ORDER BY column_index`,
  );
  await demo.rows(`COPY ${table} TO ${quoteLiteral(csv)} (FORMAT csv, HEADER false)`);
  const client = await database.pool.connect();
  try {
    const statement = `COPY ${table} (${columns.map(({ name }) => String(name)).join(', ')}) FROM STDIN (FORMAT csv)`;
    await pipeline(createReadStream(csv), client.query(copyFrom(statement)));
  } finally {
    client.release();
    await rm(csv);
  }
}

const number = async (sql: string) =>
  Number(Object.values((await database.pool.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0]);

describe("the demo in Fluxion's own schema", () => {
  it('has all its tables, and none besides', async () => {
    expect(
      (await demo.rows('SELECT table_name AS name FROM duckdb_tables() ORDER BY 1')).map(({ name }) => name),
    ).toEqual(tables.toSorted());
  });

  it('obeys every constraint', async () => {
    const arrived: Record<string, number> = {};
    for (const table of tables) {
      await copy(table);
      arrived[table] = await number(`SELECT count(*) FROM ${table}`);
    }
    const made = await Promise.all(tables.map(async (table) => [table, await demo.count(table)] as const));
    expect(arrived).toEqual(Object.fromEntries(made));
  });

  it('names no product that the catalogue lacks: only its own placeholders are there', async () => {
    expect(await number(`SELECT count(*) FROM productos WHERE es_provisional`)).toBe(12);
    expect(
      await number(`SELECT count(*) FROM productos WHERE es_provisional AND descripcion NOT LIKE 'SIN CATALOGO %'`),
    ).toBe(0);
  });

  it('has amounts that PostgreSQL rounds alike', async () => {
    expect(
      await number(`SELECT count(*) FROM ventas_raw WHERE monto_total <> round(cantidad * precio_unitario, 2)`),
    ).toBe(0);
    const { total } = await demo.row('SELECT sum(monto_total) AS total FROM ventas_raw');
    expect(await number(`SELECT sum(venta_total) FROM ventas_diarias`)).toBe(Number(total));
  });

  it('raises alerts of every kind, and shows stock in every state', async () => {
    expect(await number(`SELECT count(DISTINCT estado) FROM productos_ubicacion_completa`)).toBe(5);
    expect(await number(`SELECT count(DISTINCT tipo_alerta) FROM alertas_inventario`)).toBe(4);
  });

  it('raises each alert for a small part of the stock', async () => {
    const stock = await number('SELECT count(*) FROM stock_actual');
    const most = { 'Stock crítico': 0.15, 'Próximo a vencer': 0.06, 'Sin movimiento': 0.25, Sobrestock: 0.2 };
    for (const [kind, share] of Object.entries(most)) {
      const raised = await number(`SELECT count(*) FROM alertas_inventario WHERE tipo_alerta = '${kind}'`);
      expect(raised / stock, kind).toBeLessThan(share);
    }
  });
});
