import { createTestDatabase } from '#testing/database.ts';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import type { RowHash } from '../../../bridge/index.ts';
import { parseDuckType, postgresTypeFor, renderPostgresType, type PostgresType } from '../../../catalog/index.ts';
import type { ColumnPlan, TablePlan } from '../../plan/table-plan.ts';
import { proveTable, type TableVerification } from '../prove-table.ts';

/** A row's values, each as SQL of both engines, or as that of DuckDB and that of PostgreSQL. */
export type Row = readonly (string | readonly [duck: string, postgres: string])[];

export interface TwoTables {
  readonly duck: DuckDBConnection;
  readonly client: PoolClient;
  /** Fills a table in each engine with columns of these types of DuckDB (`name TYPE`), and compares the two. */
  prove(
    columns: Readonly<Record<string, string>>,
    source: readonly Row[],
    target: readonly Row[],
    options?: { readonly key?: readonly string[]; readonly hash?: RowHash },
  ): Promise<TableVerification>;
}

/** A database of each engine for the calling file, without the copying between them. */
export function provideTwoTables(): TwoTables {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let instance: DuckDBInstance;
  let duck: DuckDBConnection;
  let client: PoolClient;
  beforeAll(async () => {
    database = await createTestDatabase({ template: 'empty' });
    client = await database.pool.connect();
    instance = await DuckDBInstance.create(':memory:');
    duck = await instance.connect();
    await duck.run(`SET TimeZone = 'UTC'`);
  });
  afterAll(async () => {
    client.release();
    duck.closeSync();
    instance.closeSync();
    await database.drop();
  });
  return {
    get duck() {
      return duck;
    },
    get client() {
      return client;
    },
    async prove(columns, source, target, { key = [], hash } = {}) {
      const plan = tablePlan(columns, key);
      const values = (rows: readonly Row[], side: 0 | 1) =>
        rows.map((row) => `(${row.map((value) => (typeof value === 'string' ? value : value[side])).join(', ')})`);
      const types = plan.columns.map(({ name, type }) => `"${name}" ${renderPostgresType(type)}`);
      await client.query(`DROP TABLE IF EXISTS t; CREATE TABLE t (${types.join(', ')})`);
      if (target.length > 0) await client.query(`INSERT INTO t VALUES ${values(target, 1).join(', ')}`);
      const list = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
      await duck.run(`CREATE OR REPLACE TABLE t (${list.join(', ')})`);
      if (source.length > 0) await duck.run(`INSERT INTO t VALUES ${values(source, 0).join(', ')}`);
      return proveTable({ duck, client, plan, ...(hash ? { hash } : {}) });
    },
  };
}

function tablePlan(columns: Readonly<Record<string, string>>, key: readonly string[]): TablePlan {
  const planned = Object.entries(columns).map(([name, type]) => columnPlan(name, type));
  return {
    source: {
      schema: 'main',
      name: 't',
      columns: [],
      primaryKey: null,
      uniques: [],
      foreignKeys: [],
      checks: [],
      comment: null,
    },
    target: { schema: 'public', name: 't' },
    action: 'fill',
    from: 't',
    whole: true,
    columns: planned,
    key,
  };
}

function columnPlan(name: string, text: string): ColumnPlan {
  const duckType = parseDuckType(text);
  const type = postgresTypeFor(duckType);
  if ('refused' in type) throw new Error(type.refused);
  return {
    name,
    target: name,
    type: plain(type),
    duckType,
    carrier: { forbidden: [] },
    notNull: false,
    computed: false,
  };
}

/** An enum's column is text here: nobody creates the type. */
const plain = (type: PostgresType): PostgresType => (type.kind === 'enum' ? { name: 'text' } : type);
