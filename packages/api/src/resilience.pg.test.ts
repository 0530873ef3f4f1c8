import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { eventually } from '#testing/eventually.ts';
import { openCuttableProxy } from './testing/cuttable-proxy.ts';
import { openTestChain, servingApplication, type TestChain, type TestChainOptions } from './testing/test-chain.ts';

let chain: TestChain | undefined;

afterEach(async () => {
  await chain?.close();
  chain = undefined;
});

async function open(options: TestChainOptions = {}): Promise<{ chain: TestChain; token: string }> {
  const opened = await openTestChain(options);
  chain = opened;
  return { chain: opened, token: await opened.tokenOf('super_admin') };
}

/** How many statements of the server wait for a lock. */
async function waiting(opened: TestChain): Promise<number> {
  const { rows } = await opened.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = $1 AND wait_event_type = 'Lock'`,
    [servingApplication],
  );
  return rows[0]?.n ?? 0;
}

/** Keeps every reader of the stores waiting until it is released. */
async function holdStores(opened: TestChain): Promise<{ release(): Promise<void> }> {
  const client = await opened.pool.connect();
  await client.query('BEGIN; LOCK TABLE ubicaciones IN ACCESS EXCLUSIVE MODE');
  return {
    release: async () => {
      await client.query('ROLLBACK');
      client.release();
    },
  };
}

async function listen(opened: TestChain): Promise<{ port: number; origin: string }> {
  await opened.server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = opened.server.server.address() as AddressInfo;
  return { port, origin: `http://127.0.0.1:${port}` };
}

describe('the server', () => {
  it('answers 503 while its database restarts, and works again by itself afterwards', async () => {
    const proxy = await openCuttableProxy(inject('postgresUrl'));
    try {
      const { chain: opened, token } = await open({ throughUrl: proxy.through });
      expect((await opened.get('/ubicaciones', token)).statusCode).toBe(200);
      expect((await opened.get('/ready')).json()).toEqual({
        estado: 'ok',
        base_de_datos: 'ok',
        esquema: 'ok',
        espejo: 'no hay',
        ultima_carga: null,
      });
      await proxy.cut();
      const away = await opened.get('/ubicaciones', token);
      expect(away.statusCode).toBe(503);
      expect(away.json()).toMatchObject({ codigo: 'DATABASE_UNAVAILABLE' });
      expect((await opened.get('/ready')).statusCode).toBe(503);
      expect((await opened.get('/health')).statusCode).toBe(200);
      await proxy.mend();
      expect((await opened.get('/ubicaciones', token)).statusCode).toBe(200);
      expect((await opened.get('/ready')).statusCode).toBe(200);
    } finally {
      await proxy.cut();
    }
  });

  it('says that a database has no schema yet', async () => {
    const { chain: opened } = await open();
    await opened.pool.query('DROP TABLE fluxion.migrations');
    const answer = await opened.get('/ready');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ estado: 'no disponible', base_de_datos: 'ok', esquema: 'ausente' });
  });

  it('gives up a statement that takes too long', async () => {
    const { chain: opened, token } = await open({ statementTimeoutMs: 100 });
    const stores = await holdStores(opened);
    const answer = await opened.get('/ubicaciones', token);
    await stores.release();
    expect(answer.statusCode).toBe(504);
    expect(answer.json()).toMatchObject({ codigo: 'QUERY_TIMEOUT' });
    expect((await opened.get('/ubicaciones', token)).statusCode).toBe(200);
  });

  it('cancels the statement of a caller who has left', async () => {
    const { chain: opened, token } = await open();
    const { origin } = await listen(opened);
    const stores = await holdStores(opened);
    const caller = new AbortController();
    const headers = { authorization: `Bearer ${token}` };
    const request = fetch(`${origin}/ubicaciones`, { headers, signal: caller.signal });
    const outcome = request.then(
      () => 'answered',
      () => 'left',
    );
    await eventually(async () => expect(await waiting(opened)).toBe(1));
    caller.abort();
    expect(await outcome).toBe('left');
    await eventually(async () => expect(await waiting(opened)).toBe(0));
    await stores.release();
    expect((await opened.get('/ubicaciones', token)).statusCode).toBe(200);
  });

  it('finishes the requests that run when it is closed', async () => {
    const { chain: opened, token } = await open();
    const { origin } = await listen(opened);
    const stores = await holdStores(opened);
    const running = fetch(`${origin}/ubicaciones`, { headers: { authorization: `Bearer ${token}` } });
    await eventually(async () => expect(await waiting(opened)).toBe(1));
    const closed = opened.server.close();
    await stores.release();
    expect((await running).status).toBe(200);
    await closed;
    await expect(fetch(`${origin}/health`)).rejects.toThrow('fetch failed');
  });

  it('cuts a request that hangs when it is closed, and cancels its statement', async () => {
    const { chain: opened, token } = await open({ drainingMs: 100 });
    const { origin } = await listen(opened);
    const stores = await holdStores(opened);
    const hanging = fetch(`${origin}/ubicaciones`, { headers: { authorization: `Bearer ${token}` } });
    const outcome = hanging.then(
      () => 'answered',
      () => 'cut',
    );
    await eventually(async () => expect(await waiting(opened)).toBe(1));
    await opened.server.close();
    expect(await outcome).toBe('cut');
    await eventually(async () => expect(await waiting(opened)).toBe(0));
    await stores.release();
  });

  it('does not wait, when it is closed, for connections that nobody uses', async () => {
    const { chain: opened } = await open();
    const { port, origin } = await listen(opened);
    const unused = connect(port, '127.0.0.1');
    await new Promise((resolve) => {
      unused.once('connect', resolve);
    });
    expect((await fetch(`${origin}/health`)).status).toBe(200);
    const ended = text(unused);
    await opened.server.close();
    expect(await ended).toBe('');
  });

  it('answers what is not HTTP with a problem too', async () => {
    const { chain: opened } = await open();
    const { port } = await listen(opened);
    const connection = connect(port, '127.0.0.1');
    connection.end('esto no es HTTP\r\n\r\n');
    const [head = '', body = ''] = (await text(connection)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json/);
    const Body = Type.Object({ codigo: Type.String() });
    expect(Value.Parse(Body, JSON.parse(body)).codigo).toBe('INVALID_REQUEST');
  });

  it('compresses what is long', async () => {
    const { chain: opened, token } = await open();
    await opened.sell(Array.from({ length: 200 }, () => ({ store: 'T1', day: '2024-03-01', receipt: 'A1' })));
    const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip' };
    const answer = await opened.server.inject({ url: '/ventas?limite=200', headers });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(answer.rawPayload.length).toBeLessThan(5_000);
  });
});
