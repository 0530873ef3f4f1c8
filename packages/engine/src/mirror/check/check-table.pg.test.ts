import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { PoolClient } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { mirrorWay, takeQuery } from '../../bridge/index.ts';
import { exactReading, introspect } from '../../postgres/index.ts';
import { checkTable, type TableCheck } from './check-table.ts';
import type { CheckedTable } from './stored-columns.ts';

let database: TestDatabase;
let client: PoolClient;
let instance: DuckDBInstance;
let duck: DuckDBConnection;
const tables = new Map<string, CheckedTable>();

beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
  await database.pool.query(`
    CREATE TABLE visits (store varchar(10), day date, id int, paid numeric(18,6), note text, stamp timestamptz, code varchar(5), extra jsonb)
      PARTITION BY RANGE (day);
    CREATE TABLE visits_early PARTITION OF visits FOR VALUES FROM (MINVALUE) TO ('2024-02-01');
    CREATE TABLE visits_rest PARTITION OF visits DEFAULT;
    INSERT INTO visits SELECT 'S' || i % 3, date '2024-01-30' + i % 50, i, i / 7.0, nullif('n' || i % 4, 'n3'),
      timestamptz '2024-01-30 08:00:00.123456+00' + i * interval '1 minute', 'c' || i % 5, '{"b": 1}'
      FROM generate_series(1, 3000) AS i;
    INSERT INTO visits VALUES (NULL, NULL, -1), (NULL, '2024-03-01', -2), ('', '0044-03-15 BC', -3), ('1:x', '12024-01-01', -4);
    CREATE TABLE kinds (id int PRIMARY KEY, name text);
    INSERT INTO kinds VALUES (1, 'one'), (2, NULL);
    CREATE TABLE nothing (id int)`);
  client = await database.pool.connect();
  const relations = await introspect(client, ['public']);
  for (const [name, unit] of Object.entries({ visits: ['store', 'day'], kinds: [], nothing: [] })) {
    const columns = relations.find((relation) => relation.name === name)?.columns ?? [];
    tables.set(name, { table: { schema: 'public', table: name, unit }, columns });
  }
  instance = await DuckDBInstance.create(':memory:', { enable_external_access: 'false' });
  duck = await instance.connect();
  await duck.run(`SET TimeZone = 'UTC'`);
});

// Both sides forget what a test does.
beforeEach(async () => {
  await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ; ${exactReading.join('; ')}`);
  await duck.run('BEGIN');
  for (const [name, { columns }] of tables) {
    const taken = columns.flatMap((column) => {
      const way = mirrorWay(column.type);
      return way ? [{ name: column.name, way }] : [];
    });
    await duck.run(
      `CREATE TABLE ${name} (${taken.map((column) => `${column.name} ${column.way.type.text}`).join(', ')})`,
    );
    await takeQuery({ client, duck, columns: taken, from: `public.${name}`, into: name });
  }
});
afterEach(async () => {
  await duck.run('ROLLBACK');
  await client.query('ROLLBACK');
});
afterAll(async () => {
  client.release();
  duck.closeSync();
  instance.closeSync();
  await database.drop();
});

function check(name: string): Promise<TableCheck> {
  const table = tables.get(name);
  if (!table) throw new Error(`no table ${name}`);
  return checkTable({ duck, client, ...table });
}

const equal = { differing: [], more: false };

it('finds a copy equal, and says what it has not compared', async () => {
  expect(await check('visits')).toEqual({ units: 154, rows: 3004, notCompared: ['extra'], ...equal });
  expect(await check('kinds')).toEqual({ units: 1, rows: 2, notCompared: [], ...equal });
  expect(await check('nothing')).toEqual({ units: 1, rows: 0, notCompared: [], ...equal });
});

it('compares with what its transaction sees, whatever is committed meanwhile', async () => {
  await database.pool.query('DELETE FROM visits WHERE id < 0');
  try {
    expect(await check('visits')).toMatchObject({ rows: 3004, ...equal });
  } finally {
    await database.pool.query(
      `INSERT INTO visits VALUES (NULL, NULL, -1), (NULL, '2024-03-01', -2), ('', '0044-03-15 BC', -3), ('1:x', '12024-01-01', -4)`,
    );
  }
});

it.each([
  ['a digit', `UPDATE visits SET paid = paid + 0.000001 WHERE id = 30`, [['S0', '2024-02-29', 20, 20]]],
  ['a NULL', `UPDATE visits SET note = '' WHERE id = 3`, [['S0', '2024-02-02', 20, 20]]],
  [
    'a microsecond',
    `UPDATE visits SET stamp = stamp + INTERVAL 1 MICROSECOND WHERE id = 30`,
    [['S0', '2024-02-29', 20, 20]],
  ],
  ['a unit without store and day', `DELETE FROM visits WHERE id = -1`, [[null, null, 1, null]]],
  ['a unit without a store', `DELETE FROM visits WHERE id = -2`, [[null, '2024-03-01', 1, null]]],
  ['a day before Christ', `DELETE FROM visits WHERE id = -3`, [['', '0044-03-15 BC', 1, null]]],
  [
    'a unit too many, beside one whose texts look alike',
    `INSERT INTO visits (store, day) VALUES ('1', '12024-01-01')`,
    [['1', '12024-01-01', null, 1]],
  ],
  [
    'a row in another unit',
    `UPDATE visits SET store = 'S1' WHERE id = 30`,
    [
      ['S0', '2024-02-29', 20, 19],
      ['S1', '2024-02-29', 20, 21],
    ],
  ],
  [
    'a row twice in the place of another',
    `UPDATE visits SET id = o.id, paid = o.paid, note = o.note, stamp = o.stamp, code = o.code FROM visits o WHERE o.id = 30 AND visits.id = 180`,
    [['S0', '2024-02-29', 20, 20]],
  ],
])('finds the unit that differs by %s', async (_, change, expected) => {
  await duck.run(change);
  const { differing, more } = await check('visits');
  const found = differing.map(({ unit, postgres, mirror }) => [...unit, postgres?.rows ?? null, mirror?.rows ?? null]);
  expect(found).toEqual(expected);
  expect(more).toBe(false);
});

it('names some units of a copy that has lost many', async () => {
  await duck.run(`DELETE FROM visits WHERE store = 'S1' OR store = 'S2' OR id = 30`);
  const found = await check('visits');
  expect(found.differing).toHaveLength(100);
  expect(found).toMatchObject({ units: 154, rows: 3004, more: true });
});

it('finds a difference in a table that is one unit', async () => {
  await duck.run(`UPDATE kinds SET name = 'two' WHERE id = 2`);
  const { differing } = await check('kinds');
  expect(differing).toMatchObject([{ unit: [], postgres: { rows: 2 }, mirror: { rows: 2 } }]);
  await duck.run(`INSERT INTO nothing VALUES (NULL)`);
  expect((await check('nothing')).differing).toMatchObject([{ unit: [], postgres: { rows: 0 }, mirror: { rows: 1 } }]);
});
