import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateSchema, schemaState } from '../../postgres/index.ts';
import { representativeRows } from '../testing/representative-rows.ts';

const shipped = fileURLToPath(new URL('../../../sql', import.meta.url));

interface Kept {
  readonly table: string;
  readonly row: string;
}

/** Every row of every table, as JSON text, by the columns that it has now. */
async function allRows(pool: pg.Pool): Promise<Kept[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition`,
  );
  const kept = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await pool.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM "${name}" AS t`);
      return rows.map(({ row }) => ({ table: name, row }));
    }),
  );
  return kept.flat();
}

/** The rows whose values no row of their table has any more. */
async function lost(pool: pg.Pool, rows: readonly Kept[]): Promise<Kept[]> {
  const found = await Promise.all(
    rows.map(async ({ table, row }) => {
      const sql = `SELECT FROM "${table}" AS t WHERE to_jsonb(t) @> $1::jsonb`;
      return ((await pool.query(sql, [row])).rowCount ?? 0) > 0;
    }),
  );
  return rows.filter((_, index) => !found[index]);
}

describe('the migrations, one by one on a populated database', async () => {
  const names = (await readdir(shipped)).filter((name) => name.endsWith('.sql')).toSorted();
  let database: TestDatabase;
  let directory: string;
  let before: Kept[] = [];

  beforeAll(async () => {
    database = await createTestDatabase({ template: 'empty' });
    directory = await mkdtemp(join(tmpdir(), 'fluxion-migrations-'));
  });
  afterAll(async () => {
    await database.drop();
    await rm(directory, { recursive: true, force: true });
  });

  it.each(names)('%s applies, keeps what was there, and takes representative rows', async (file) => {
    const name = file.replace(/\.sql$/, '');
    await copyFile(join(shipped, file), join(directory, file));
    expect(await migrateSchema(database.pool, { directory })).toEqual([name]);
    expect(await lost(database.pool, before)).toEqual([]);
    for (const statement of representativeRows[name] ?? []) await database.pool.query(statement);
    before = await allRows(database.pool);
  });

  it('has rows to show for every migration, in every table that rows can be written to', async () => {
    expect(Object.keys(representativeRows).map((name) => `${name}.sql`)).toEqual(names);
    const filled = new Set(before.map(({ table }) => table));
    const { rows } = await database.pool.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition`,
    );
    expect(rows.map(({ name }) => name).filter((name) => !filled.has(name))).toEqual([]);
    expect(await schemaState(database.pool)).toBe('current');
  });

  it('made placeholders for the products that facts named before there was a trigger', async () => {
    const { rows } = await database.pool.query(
      `SELECT id, codigo FROM productos WHERE es_provisional ORDER BY id COLLATE "C"`,
    );
    expect(rows).toEqual([
      // Another product already has this code, so the placeholder gets its own.
      { id: '759000000001', codigo: expect.stringMatching(/^PROV-[0-9a-f]{32}$/) },
      { id: 'new', codigo: 'new' },
      { id: 'not in the catalogue', codigo: 'not in the catalogue' },
      { id: 'not there either', codigo: 'not there either' },
    ]);
  });

  it('added up the days that were there before ventas_diarias', async () => {
    const { rows } = await database.pool.query(
      `SELECT ubicacion_id, fecha, venta_total, unidades, lineas, lineas_devueltas, total_facturas, ticket_promedio FROM ventas_diarias ORDER BY ubicacion_id, fecha`,
    );
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['TIENDA_01', '2024-02-29', '1.500000', '1.000000', 3, 1, 1, '1.500000'],
      ['TIENDA_01', '2024-03-01', '4.000000', '2.000000', 2, 0, 1, '4.000000'],
      ['TIENDA_02', '2012-01-03', '-999999999999.999999', '999999999999.999999', 1, 0, 1, '-999999999999.999999'],
      ['TIENDA_02', '2012-01-31', '1.000000', '1.000000', 1, 0, 1, '1.000000'],
      ['TIENDA_02', '2024-02-29', '33.333300', '0.333333', 1, 0, 1, '33.333300'],
    ]);
  });
});
