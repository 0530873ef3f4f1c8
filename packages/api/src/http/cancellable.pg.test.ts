import { openPool } from '@fluxion/engine/postgres';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { cancellableRunner } from './cancellable.ts';

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
});
afterAll(() => database.drop());
beforeEach(() => {
  pool = openPool({ url: database.url, applicationName: 'fluxion-test-cancellable', max: 1 });
});
afterEach(() => pool.end());

it("cancels a statement that holds the pool's last connection", async () => {
  const caller = new AbortController();
  const running = cancellableRunner(pool, caller.signal, 'a').query('SELECT pg_sleep(600)');
  const failure = failureOf(running);
  await expect.poll(() => activeStatements(), { timeout: 10_000 }).toBe(1);
  caller.abort();
  expect(await failure).toMatchObject({ code: '57014' });
});

it('runs nothing for a caller who left while it waited for a connection', async () => {
  const taken = await pool.connect();
  await database.pool.query('CREATE TABLE trace (n int)');
  const caller = new AbortController();
  const waiting = cancellableRunner(pool, caller.signal, 'a').query('INSERT INTO trace VALUES (1)');
  const failure = failureOf(waiting);
  expect(pool.waitingCount).toBe(1);
  caller.abort();
  taken.release();
  expect(await failure).toMatchObject({ name: 'AbortError' });
  expect(pool.idleCount).toBe(1);
  expect((await database.pool.query('SELECT FROM trace')).rowCount).toBe(0);
});

/** What the work fails with; undefined if it does not. Heard from the start, so that no failure goes unhandled. */
function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

async function activeStatements(): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE application_name = 'fluxion-test-cancellable' AND state = 'active' AND wait_event = 'PgSleep'`,
  );
  return rows[0]?.n ?? 0;
}
