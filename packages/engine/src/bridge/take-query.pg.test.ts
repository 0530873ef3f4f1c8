import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { quoteIdentifier } from '../base/index.ts';
import { exactReading, introspect, withTransaction } from '../postgres/index.ts';
import { smallRowsJson } from '../duckdb/index.ts';
import { mirrorWay, takeQuery, type TakenColumn } from './index.ts';

let database: TestDatabase;
let instance: DuckDBInstance;
let duck: DuckDBConnection;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
  instance = await DuckDBInstance.create(':memory:');
  duck = await instance.connect();
  await duck.run(`SET TimeZone = 'UTC'`);
});
afterAll(async () => {
  duck.closeSync();
  instance.closeSync();
  await database.drop();
});

/** Makes a table of PostgreSQL's, and the copy of those of its columns that have a way. */
async function made(sql: string): Promise<TakenColumn[]> {
  await database.pool.query(`DROP TABLE IF EXISTS t; ${sql}`);
  const [table] = await withTransaction(database.pool, (client) => introspect(client, ['public'])).then((all) =>
    all.filter(({ kind, name }) => kind === 'table' && name === 't'),
  );
  const columns = (table?.columns ?? []).flatMap(({ name, type }) => {
    const way = mirrorWay(type);
    return way ? [{ name, way }] : [];
  });
  const clauses = columns.map(({ name, way }) => `${quoteIdentifier(name)} ${way.type.text}`);
  await duck.run(`CREATE OR REPLACE TABLE t (${clauses.join(', ')})`);
  return columns;
}

function taken(columns: readonly TakenColumn[], from = 'public.t'): Promise<number> {
  return withTransaction(database.pool, async (client) => {
    await client.query(exactReading.join('; '));
    return takeQuery({ client, duck, columns, from, into: 't' });
  });
}

it('brings values to the same values, those at the edges too', async () => {
  await database.pool.query(`CREATE TYPE level AS ENUM ('low', 'it''s')`);
  const values: readonly (readonly [type: string, ...values: string[]])[] = [
    ['bool', 'true', 'false'],
    ['int2', '-32768', '32767'],
    ['int4', '-2147483648', '2147483647'],
    ['int8', '-9223372036854775808', '9223372036854775807'],
    ['numeric(18,6)', '-999999999999.999999', '0.000001'],
    ['numeric(38,10)', '-9999999999999999999999999999.9999999999', '0.0000000000'],
    ['varchar(40)', 'ñ, a text that is longer than others', ''],
    ['level', 'low', "it's"],
    ['uuid', '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    ['date', '-infinity', '5874897-12-31'],
    ['time', '00:00:00', '23:59:59.999999'],
    ['timestamp', 'infinity', '1969-12-31 23:59:59.999999'],
    ['timestamptz', '-infinity', '2024-02-29 12:00:00.000001+00'],
  ];
  const literal = (value: string | undefined) => `'${(value ?? '').replaceAll("'", "''")}'`;
  const columns = await made(`CREATE TABLE t (${values.map(([type], index) => `"C ${index}" ${type}`).join(', ')});
    INSERT INTO t VALUES (${values.map(([, one]) => literal(one)).join(', ')}), (${values.map(([, , other]) => literal(other)).join(', ')}),
      (${values.map(() => 'NULL').join(', ')})`);
  expect(await taken(columns)).toBe(3);
  const texts = values.map((_, index) => `CAST("C ${index}" AS VARCHAR) AS c${index}`).join(', ');
  const found = await smallRowsJson(duck, `SELECT ${texts} FROM t`);
  const row = (of: (entry: readonly [string, ...string[]]) => string | undefined) =>
    Object.fromEntries(values.map((entry, index) => [`c${index}`, of(entry) ?? null]));
  expect(found).toEqual([row(([, one]) => one), row(([, , other]) => other), row(() => undefined)]);
});

it('leaves out what DuckDB would compare otherwise', async () => {
  const columns =
    await made(`CREATE TABLE t (id int, a numeric, b numeric(50,2), c numeric(4,-2), d json, e jsonb, f interval,
    g int[], h inet, i timetz, j varbit, k regclass, l money, m char(3))`);
  expect(columns.map(({ name }) => name)).toEqual(['id']);
});

it.each([
  ['numeric(9,2)', 'NaN', 'does not fit'],
  ['timestamp', '294270-01-01', 'does not fit'],
  ['timestamptz', '294270-01-01', 'does not fit'],
])('refuses a %s that is %s', async (type, value, message) => {
  const columns = await made(`CREATE TABLE t (v ${type}); INSERT INTO t VALUES ('${value}')`);
  await expect(taken(columns)).rejects.toThrow(message);
});

it('refuses a label that is newer than the copy', async () => {
  await database.pool.query(`CREATE TYPE kind AS ENUM ('a')`);
  const columns = await made(`CREATE TABLE t (v kind)`);
  await database.pool.query(`ALTER TYPE kind ADD VALUE 'b'`);
  await database.pool.query(`INSERT INTO t VALUES ('b')`);
  await expect(taken(columns)).rejects.toThrow('Could not convert');
});

it('takes the rows that are asked for, in their order', async () => {
  const columns = await made(`CREATE TABLE t (n int); INSERT INTO t SELECT generate_series(1, 10000)`);
  expect(await taken(columns, 'public.t WHERE n % 2 = 0 ORDER BY n DESC')).toBe(5000);
  expect(await smallRowsJson(duck, 'SELECT n FROM t LIMIT 3')).toEqual([{ n: 10_000 }, { n: 9998 }, { n: 9996 }]);
});
