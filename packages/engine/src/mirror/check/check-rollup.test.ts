import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkRollup } from './check-rollup.ts';

let instance: DuckDBInstance;
let duck: DuckDBConnection;
const table = { schema: 'public', table: 'visits' };
const rollup = {
  name: 'visits_by_day',
  sql: (from: string) => `SELECT day, store, count(*) AS n, sum(paid) AS paid FROM ${from} GROUP BY day, store`,
};

beforeEach(async () => {
  instance = await DuckDBInstance.create(':memory:');
  duck = await instance.connect();
  await duck.run(
    `CREATE TABLE visits AS SELECT i % 5 AS day, CASE WHEN i % 3 > 0 THEN 'S' || i % 3 END AS store, i::DECIMAL(18,6) AS paid FROM range(100) r(i)`,
  );
  await duck.run(`CREATE TABLE visits_by_day AS ${rollup.sql('visits')}`);
});
afterEach(() => {
  duck.closeSync();
  instance.closeSync();
});

it('finds sums as they should be', async () => {
  expect(await checkRollup(duck, table, rollup)).toBe(0);
});

it.each([
  ['another sum', `UPDATE visits_by_day SET paid = paid + 0.000001 WHERE day = 1 AND store = 'S1'`, 2],
  ['sums of rows that have left', `DELETE FROM visits WHERE day = 1`, 3],
  ['sums that are missing', `DELETE FROM visits_by_day WHERE store IS NULL`, 5],
  ['sums that are there twice', `INSERT INTO visits_by_day SELECT * FROM visits_by_day WHERE day = 1`, 3],
])('finds %s', async (_, change, rows) => {
  await duck.run(change);
  expect(await checkRollup(duck, table, rollup)).toBe(rows);
});
