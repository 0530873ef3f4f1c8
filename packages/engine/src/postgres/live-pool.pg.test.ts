import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterEach, expect, inject, test } from 'vitest';
import { LivePool, type LivePoolOptions } from './live-pool.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** A way to the database whose connections can all fall silent, as when the machine behind them is gone; new ones work. */
async function openRoute(): Promise<{ url: string; fallSilent(): void }> {
  const target = new URL(inject('postgresUrl'));
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer((near) => {
    const far = connect({ host: target.hostname, port: Number(target.port) });
    pairs.add([near, far]);
    near.on('error', () => {}).pipe(far.on('error', () => {}));
    far.pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(async () => {
    for (const socket of [...pairs].flat()) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  const url = new URL(target);
  url.port = String(typeof address === 'object' ? address?.port : '');
  const fallSilent = () => {
    for (const [near, far] of pairs) {
      near.unpipe(far).resume();
      far.unpipe(near).resume();
    }
  };
  return { url: url.href, fallSilent };
}

function open(url: string, options: LivePoolOptions): LivePool {
  const pool = new LivePool({ connectionString: url, ...options });
  pool.on('error', () => {});
  ends.push(() => pool.end());
  return pool;
}

test('gives out no connection that was lost while nobody used it', async () => {
  const { url, fallSilent } = await openRoute();
  const pool = open(url, { max: 3, tryAfterMs: 0, answerWithinMs: 50 });
  const before = await backends(pool);
  fallSilent();
  // By the pool's query, and by a connection that is asked for.
  expect(before).not.toContain(await backendOf(pool));
  const client = await pool.connect();
  expect((await client.query('SELECT 1')).rowCount).toBe(1);
  client.release();
});

test('gives the same connection out again while it answers', async () => {
  const pool = open(inject('postgresUrl'), { max: 1, tryAfterMs: 0 });
  expect(await backendOf(pool)).toBe(await backendOf(pool));
});

test('lets nobody wait for a server that falls silent in the middle of a statement', async () => {
  const { url, fallSilent } = await openRoute();
  const pool = open(url, { max: 1, silenceMs: 200 });
  const client = await pool.connect();
  client.on('error', () => {});
  await client.query('SELECT 1');
  fallSilent();
  await expect(client.query('SELECT 1')).rejects.toThrow(/Connection terminated/);
  client.release(true);
  expect((await pool.query('SELECT 1')).rowCount).toBe(1);
});

test('fails as the server does when none can be connected to', async () => {
  const pool = open('postgres://nobody@127.0.0.1:1/none', { max: 1 });
  await expect(pool.connect()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await expect(pool.query('SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

async function backendOf(pool: LivePool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid ?? 0;
}

async function backends(pool: LivePool): Promise<readonly number[]> {
  const clients = await Promise.all([0, 1, 2].map(() => pool.connect()));
  const found = clients.map((client) => ('processID' in client ? Number(client.processID) : 0));
  for (const client of clients) client.release();
  return found;
}
