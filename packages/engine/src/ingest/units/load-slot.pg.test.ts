import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPool } from '../../postgres/index.ts';
import { withLoadSlot } from './load-slot.ts';

let database: TestDatabase;
let loads: ReturnType<typeof openPool>;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
  loads = openPool({ url: database.url, applicationName: 'many-loads', max: 20 });
});
afterAll(async () => {
  await loads.end();
  await database.drop();
});

/** A work that says that it has begun, and goes on once it is let. */
function held() {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let began = () => {};
  const begun = new Promise<void>((resolve) => {
    began = resolve;
  });
  const work = async () => {
    began();
    await gate;
    return 'done';
  };
  return { work, begun, letGo };
}

it('lets four loads write at once; others wait without a connection, and give up when told', async () => {
  const first = Array.from({ length: 4 }, held);
  const running = first.map(({ work }) => withLoadSlot(loads, undefined, work));
  await Promise.all(first.map(({ begun }) => begun));

  const next = held();
  const stop = new AbortController();
  const waiting = withLoadSlot(loads, undefined, next.work);
  const givingUp = withLoadSlot(loads, stop.signal, next.work);
  stop.abort(new Error('enough'));
  await expect(givingUp).rejects.toThrow('aborted');
  await expect
    .poll(async () => {
      const { rows } = await database.pool.query(
        `SELECT count(*)::int AS busy FROM pg_locks AS l JOIN pg_stat_activity AS a USING (pid)
         WHERE l.locktype = 'advisory' AND a.application_name = 'many-loads'`,
      );
      return rows;
    })
    .toEqual([{ busy: 4 }]);

  first[0]?.letGo();
  await next.begun;
  for (const { letGo } of [...first, next]) letGo();
  expect(await Promise.all([...running, waiting])).toEqual(['done', 'done', 'done', 'done', 'done']);
});

it('frees the place of a load that fails', async () => {
  for (let turn = 0; turn < 6; turn++) {
    await expect(
      withLoadSlot(loads, undefined, async (client) => {
        await client.query('BEGIN');
        await client.query('SELECT 1 / 0');
      }),
    ).rejects.toThrow('division by zero');
  }
  expect(await withLoadSlot(loads, undefined, async () => 'free')).toBe('free');
});
