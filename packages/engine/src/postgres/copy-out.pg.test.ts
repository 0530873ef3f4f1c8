import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyOut } from './copy-out.ts';
import { withSnapshot } from './snapshot.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
});
afterAll(() => database.drop());

async function bytesOf(blocks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const block of blocks) all.push(block);
  return Buffer.concat(all);
}

it('gives what COPY sends, whole, and leaves the connection for the next statement', async () => {
  const client = await database.pool.connect();
  const copy = (sql: string) => bytesOf(copyOut(client, `COPY (${sql}) TO STDOUT`, undefined));
  expect(String(await copy(`SELECT i, 'ñ' FROM generate_series(1, 3) r(i)`))).toBe('1\tñ\n2\tñ\n3\tñ\n');
  expect((await copy(`SELECT repeat('x', 100000) FROM generate_series(1, 100)`)).length).toBe(10_000_100);
  await expect(copy('SELECT 1 / 0')).rejects.toThrow('division by zero');
  await expect(copy('SELECT 1 / (3 - i) FROM generate_series(1, 5) r(i)')).rejects.toThrow('division by zero');
  expect((await client.query('SELECT 7 AS n')).rows).toEqual([{ n: 7 }]);
  client.release();
});

/** A COPY without end, on a connection that may be lost. */
async function endless(signal?: AbortSignal) {
  const client = await database.pool.connect();
  client.on('error', () => {});
  const blocks = copyOut(client, 'COPY (SELECT generate_series(1, 1000000000)) TO STDOUT', signal);
  return { client, blocks };
}

it('breaks the connection off if the caller stops early', async () => {
  const { client, blocks } = await endless();
  expect((await blocks.next()).done).toBe(false);
  await blocks.return();
  await expect(client.query('SELECT 1')).rejects.toThrow('terminated');
  client.release(true);
});

it('breaks the connection off if the signal is aborted', async () => {
  const controller = new AbortController();
  const { client, blocks } = await endless(controller.signal);
  await blocks.next();
  controller.abort(new Error('enough'));
  await expect(bytesOf(blocks)).rejects.toThrow(/enough|abort/);
  await expect(client.query('SELECT 1')).rejects.toThrow('terminated');
  client.release(true);
});

it('ends with the signal also while the server is silent, as it is while it waits for a lock', async () => {
  await database.pool.query('CREATE TABLE locked (i int)');
  const holder = await database.pool.connect();
  await holder.query('BEGIN; LOCK TABLE locked');
  const client = await database.pool.connect();
  const controller = new AbortController();
  const reading = bytesOf(copyOut(client, 'COPY locked TO STDOUT', controller.signal));
  setImmediate(() => controller.abort(new Error('enough')));
  // The lock is held until it has: else it would never end.
  await expect(reading).rejects.toThrow('enough');
  client.release(true);
  await holder.query('ROLLBACK');
  holder.release();
});

it('shows one state of the database to every connection, while others write', async () => {
  await database.pool.query('CREATE TABLE t (i int); INSERT INTO t VALUES (1)');
  const count = 'SELECT count(*)::int AS n FROM t';
  const seen = await withSnapshot(database.pool, [`SET LOCAL work_mem = '1MB'`], async ({ client, use }) => {
    await database.pool.query('INSERT INTO t VALUES (2)');
    const own = await client.query(count);
    const further = await use(async (other) => [
      ...(await other.query(count)).rows,
      ...(await other.query('SHOW work_mem')).rows,
    ]);
    await expect(use((other) => other.query('DELETE FROM t'))).rejects.toThrow('read-only');
    return [...own.rows, ...further];
  });
  expect(seen).toEqual([{ n: 1 }, { n: 1 }, { work_mem: '1MB' }]);
  expect((await database.pool.query(count)).rows).toEqual([{ n: 2 }]);
});
