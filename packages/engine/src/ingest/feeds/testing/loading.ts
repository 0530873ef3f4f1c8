import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openScratch, smallRowsJson, type Scratch } from '../../../duckdb/index.ts';
import { feeds, type FeedName, type FieldType } from '../../../sources/index.ts';
import type { UnitReport } from '../../report.ts';
import { loadUnits } from '../../units/load-units.ts';
import { batchesOf, planUnits } from '../../units/plan-units.ts';
import { storeDayWriters } from '../index.ts';

export interface Delivered {
  readonly feed: FeedName;
  /** DuckDB SQL that gives some of the feed's fields by their names. */
  readonly rows: string;
  readonly partial?: boolean;
  readonly force?: boolean;
}

export interface Loaded {
  readonly units: readonly UnitReport[];
  /** line, field, value and reason, in the order of the lines. */
  readonly rejects: readonly Record<string, unknown>[];
}

export interface Loading {
  load(delivered: Delivered): Promise<Loaded>;
  /** Rows of PostgreSQL. */
  query(sql: string): Promise<Record<string, unknown>[]>;
}

function duckType(type: FieldType): string {
  const types = {
    text: 'VARCHAR',
    integer: 'INTEGER',
    boolean: 'BOOLEAN',
    date: 'DATE',
    instant: 'TIMESTAMPTZ',
    time: 'TIME',
  };
  return type.kind === 'decimal' ? `DECIMAL(${type.precision}, ${type.scale})` : types[type.kind];
}

const tables = { rows: '"staged"', rejects: '"refused"' };

/** A database with the stores T1 (in Caracas, code 01) and T2 (in New York, code 02), empty before each test, that rows are loaded into. */
export function provideLoading(): Loading {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fluxion-feeds-'));
    database = await createTestDatabase({ template: 'fluxion' });
    await database.pool.query(
      `INSERT INTO ubicaciones (id, codigo, nombre, tipo, zona_horaria) VALUES
         ('T1', '01', 'Uno', 'tienda', 'America/Caracas'), ('T2', '02', 'Dos', 'tienda', 'America/New_York')`,
    );
  });
  beforeEach(async () => {
    await database.pool.query(
      `TRUNCATE ventas_raw, facturas, items_facturas, movimientos_inventario, stock_actual, fluxion.full_counts, cargas, entregas CASCADE`,
    );
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    query: async (sql) => (await database.pool.query<Record<string, unknown>>(sql)).rows,
    load: async (delivered) => {
      const scratch = await openScratch({ folder });
      try {
        return await load(database, scratch, delivered);
      } finally {
        await scratch.close();
      }
    },
  };
}

async function load(
  { pool }: TestDatabase,
  { connection: duck }: Scratch,
  { feed, rows, partial = false, force = false }: Delivered,
): Promise<Loaded> {
  const { fields, totals } = feeds[feed];
  const columns = fields.map(({ name, type }) => `"${name}" ${duckType(type)}`);
  await duck.run(`CREATE TABLE "staged" (line BIGINT, ${columns.join(', ')});
    CREATE TABLE "refused" (line BIGINT, field VARCHAR, value VARCHAR, reason VARCHAR, ubicacion_id VARCHAR, fecha DATE, ${totals.map((name) => `"${name}" DECIMAL(38, 6)`).join(', ')});
    INSERT INTO "staged" BY NAME SELECT row_number() OVER () + 1 AS line, * FROM (${rows})`);
  await storeDayWriters[feed]?.check?.(duck, tables);
  const { rows: deliveries } = await pool.query<{ id: string }>(
    `INSERT INTO entregas (fuente, origen, nombre) VALUES ('${feed}', 'archivo', 'test.csv') RETURNING id`,
  );
  const units: UnitReport[] = [];
  await loadUnits(
    {
      pool,
      duck,
      feed,
      tables,
      delivery: { id: deliveries[0]?.id ?? '', name: 'test.csv', fingerprint: 'ab' },
      force,
      partial,
      broughtBy: () => undefined,
      signal: undefined,
      onUnits: (_, reports) => units.push(...reports),
    },
    batchesOf(await planUnits(duck, tables, feeds[feed])),
  );
  return {
    units,
    rejects: await smallRowsJson(
      duck,
      `SELECT line::INTEGER AS line, field, value, reason FROM "refused" ORDER BY line`,
    ),
  };
}
