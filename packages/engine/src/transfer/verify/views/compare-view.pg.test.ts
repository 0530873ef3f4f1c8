import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { onBothEngines, type BothEngines } from '../../translate/testing/both-engines.ts';
import { compareView, type ViewComparison } from './index.ts';

let database: TestDatabase;
let both: BothEngines;
beforeEach(async () => {
  database = await createTestDatabase({ template: 'empty' });
  both = await onBothEngines(database.pool, [
    'CREATE TABLE sales (id INTEGER, store VARCHAR, amount DECIMAL(12,2), weight DOUBLE, tags VARCHAR[])',
    `INSERT INTO sales SELECT i, 's' || (i % 3), i * 1.25, i / 7, ['a', 'b'] FROM range(1000) AS r(i)`,
  ]);
});
afterEach(async () => {
  both.close();
  await database.drop();
});

/** Makes the view in DuckDB, and in PostgreSQL by the translation or by another query, and compares them. */
async function compared(query: string, otherwise?: string): Promise<ViewComparison> {
  const view = { schema: 'main', name: 'v', sql: `CREATE VIEW v AS ${query};` };
  await both.duck.run(view.sql);
  await database.pool.query(`CREATE VIEW v AS ${otherwise ?? (await both.translator.view(view))}`);
  const client = await database.pool.connect();
  try {
    const unstable = await both.translator.unstable(view);
    return await compareView({ duck: both.duck, client, view, target: { schema: 'public', name: 'v' }, unstable });
  } finally {
    client.release(true);
  }
}

it('finds a faithful view equal, lists and all', async () => {
  expect(await compared('SELECT id, store, amount, weight, tags, id > 5 AS more FROM sales')).toEqual({ equal: true });
});

it('finds constants equal, of whatever type', async () => {
  const found = await compared(
    `SELECT NULL AS n, 'x' AS t, 1 AS i, 1.5 AS d, [] AS l, DATE '2024-01-01' AS day, 1e3 AS w`,
  );
  expect(found).toEqual({ equal: true });
});

it('finds sums equal', async () => {
  const found = await compared('SELECT store, count(*) AS n, sum(amount) AS total FROM sales GROUP BY store');
  expect(found).toEqual({ equal: true });
});

it('allows floats their last digits, and says so', async () => {
  const nearly = 'SELECT id, weight * (1 + 1e-14) AS w FROM sales';
  expect(await compared('SELECT id, weight AS w FROM sales', nearly)).toEqual({
    equal: true,
    reason: 'the floats of w agree as sums, to a billionth; all else is the same',
  });
});

it.each([
  [
    'another number of rows',
    'SELECT id FROM sales',
    'SELECT id FROM sales WHERE id > 0',
    'it has 1000 rows in DuckDB, 999 in PostgreSQL',
  ],
  [
    'another value',
    'SELECT id, amount FROM sales',
    'SELECT id, CASE id WHEN 7 THEN 0 ELSE amount END AS amount FROM sales',
    'in amount',
  ],
  [
    'values in other rows',
    'SELECT id, amount FROM sales',
    'SELECT id, 1248.75 - amount AS amount FROM sales',
    '(rows)',
  ],
  ['another float', 'SELECT id, weight AS w FROM sales', 'SELECT id, weight + 0.001 AS w FROM sales', 'in w'],
  ['NULL for NaN', `SELECT id, 'NaN'::DOUBLE AS w FROM sales`, 'SELECT id, NULL::float8 AS w FROM sales', 'in w'],
  [
    'an error',
    'SELECT id FROM sales',
    'SELECT 1 / (id - 7) AS id FROM sales',
    'PostgreSQL cannot run it: division by zero',
  ],
  ['a type that does not fit', 'SELECT store FROM sales', 'SELECT id AS store FROM sales', 'does not take it'],
  ['no such column', 'SELECT id FROM sales', 'SELECT id AS other FROM sales', 'no such column'],
])('finds a view that differs: %s', async (_, query, otherwise, reason) => {
  expect(await compared(query, otherwise)).toEqual({ equal: false, reason: expect.stringContaining(reason) });
});

it('does not compare what depends on the clock', async () => {
  expect(await compared('SELECT now() AS t')).toEqual({
    equal: true,
    reason: 'not compared: its answer depends on the clock',
  });
});

it('lets a view differ in what its order leaves open', async () => {
  const found = await compared('SELECT id FROM sales ORDER BY store LIMIT 1', 'SELECT max(id) AS id FROM sales');
  expect(found).toEqual({ equal: true, reason: expect.stringContaining('LIMIT') });
});

it('does not compare what DuckDB itself cannot run', async () => {
  const found = await compared(`SELECT CAST(store AS INTEGER) AS n FROM sales`, 'SELECT 1 AS n');
  expect(found).toEqual({ equal: true, reason: expect.stringContaining('DuckDB itself cannot run it') });
});

it('says of a view that is not there that it is not', async () => {
  await both.duck.run('CREATE VIEW alone AS SELECT 1 AS one');
  const client = await database.pool.connect();
  const name = { schema: 'main', name: 'alone' };
  const found = await compareView({ duck: both.duck, client, view: name, target: { ...name, schema: 'public' } });
  client.release(true);
  expect(found).toEqual({ equal: false, reason: 'the target has no such view' });
});
