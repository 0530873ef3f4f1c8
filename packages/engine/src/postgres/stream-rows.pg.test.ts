import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { openPool } from './pool.ts';
import { streamRows } from './stream-rows.ts';

let database: TestDatabase;
let pool: pg.Pool;
let client: pg.PoolClient;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
  pool = openPool({ url: database.url, applicationName: 'fluxion-test-stream', max: 1 });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  client = await pool.connect();
});
afterEach(() => client.release(true));

async function all(sql: string, parameters: readonly unknown[] = []): Promise<(readonly unknown[])[]> {
  const rows: (readonly unknown[])[] = [];
  for await (const batch of streamRows(client, sql, parameters)) {
    expect(batch.length).toBeGreaterThan(0);
    rows.push(...batch);
  }
  return rows;
}

it.each([0, 1, 499, 500, 501, 1000, 9001])('gives each of %i rows once, in order', async (count) => {
  const rows = await all('SELECT i FROM generate_series(1, $1) AS i', [count]);
  expect(rows).toEqual(Array.from({ length: count }, (_, index) => [index + 1]));
});

it('gives values as the pool does: exact, dates and instants as text', async () => {
  const sql = `SELECT 1.50::numeric, DATE '2024-02-29', TIMESTAMPTZ '2024-02-29 10:00:00.25-04', 2::bigint, 3::int, true, NULL::text`;
  expect(await all(sql)).toEqual([['1.50', '2024-02-29', '2024-02-29T14:00:00.25Z', '2', 3, true, null]]);
});

it('lets a reader take longer than a statement may', async () => {
  await client.query('SET statement_timeout = 400');
  let rows = 0;
  for await (const batch of streamRows(client, 'SELECT generate_series(1, 2000)')) {
    rows += batch.length;
    await pause(250);
  }
  expect(rows).toBe(2000);
});

it('ends a batch that takes longer than a statement may, and leaves the connection usable', async () => {
  await client.query('SET statement_timeout = 400');
  const slow = streamRows(
    client,
    'SELECT i, CASE WHEN i > 600 THEN pg_sleep(60)::text END FROM generate_series(1, 9000) AS i',
  );
  expect((await slow.next()).value).toHaveLength(500);
  await expect(slow.next()).rejects.toMatchObject({ code: '57014' });
  expect((await client.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
});

it('ends the statement and its transaction when the reader leaves', async () => {
  for await (const batch of streamRows(client, 'SELECT generate_series(1, 1000000)')) {
    if (batch.length > 0) break;
  }
  expect((await client.query('SELECT name FROM pg_cursors')).rows).toEqual([]);
  await client.query('CREATE TEMP TABLE writable (n int)');
});

it("fails with the statement's own error, behind the rows before it", async () => {
  const sql = 'SELECT 1 / (i - 700) FROM generate_series(1, 9000) AS i';
  const stream = streamRows(client, sql);
  expect((await stream.next()).value).toHaveLength(500);
  await expect(stream.next()).rejects.toMatchObject({ code: '22012' });
  await expect(all('SELECT nothing')).rejects.toMatchObject({ code: '42703' });
});
