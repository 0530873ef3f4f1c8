import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { openPool } from '@fluxion/engine/postgres';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Server } from '../http/server-types.ts';
import { createServer, type ServerOptions } from '../server.ts';
import { noQuestions } from '../testing/no-questions.ts';

/** A database that is not there: nothing here needs one. */
const pool = openPool({ url: 'postgres://nadie@127.0.0.1:1/nada', applicationName: 'fluxion-test', max: 2 });
afterAll(() => pool.end());
let server: Server | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function open(options: Partial<ServerOptions> = {}): Promise<Server> {
  server = await createServer({ pool, ask: noQuestions, version: '1.2.3', dashboardDirectory: '/nowhere', ...options });
  return server;
}

/** What the server answers to these very bytes. */
async function answerTo(request: string): Promise<{ head: string; body: unknown }> {
  const opened = await open();
  await opened.listen({ port: 0, host: '127.0.0.1' });
  const address = opened.server.address();
  const socket = connect(typeof address === 'object' ? (address?.port ?? 0) : 0, '127.0.0.1');
  await once(socket, 'connect');
  socket.end(request.replaceAll('\n', '\r\n'));
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { head, body: JSON.parse(/\{.*\}/s.exec(body)?.[0] ?? 'null') };
}

describe('a request as no program sends it', () => {
  it.each([
    ['without a host', 'GET /health HTTP/1.1\nConnection: close\n\n'],
    [
      'with an expectation',
      'POST /sesion HTTP/1.1\nHost: x\nExpect: sorpresas\nContent-Length: 0\nConnection: close\n\n',
    ],
    ['of no address', 'GET /health HTTP/1.1\nHost: x\nX-Forwarded-For: 1.2.3.4:99\nConnection: close\n\n'],
    ['of an unknown method', 'SORPRENDER /health HTTP/1.1\nHost: x\nConnection: close\n\n'],
    ['whose headers are too long', `GET /health HTTP/1.1\nHost: x\nX: ${'x'.repeat(20_000)}\n\n`],
    ['with two lengths', 'POST /sesion HTTP/1.1\nHost: x\nContent-Length: 1\nContent-Length: 2\n\n'],
  ])('%s is answered with a problem', async (_name, request) => {
    const { head, body } = await answerTo(request);
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(head).toMatch(/content-type: application\/problem\+json/i);
    expect(body).toMatchObject({ codigo: 'INVALID_REQUEST', id_solicitud: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });
});

describe('while the database is awaited', () => {
  it('what needs it is told to come again, and what needs none is answered', async () => {
    let isStarted = false;
    const { inject } = await open({ isStarted: () => isStarted }).then((opened) => ({
      inject: opened.inject.bind(opened),
    }));
    for (const request of [{ url: '/ventas' }, { method: 'POST', url: '/sesion', payload: { token: 'x' } }] as const) {
      const answer = await inject(request);
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
      expect(answer.json()).toMatchObject({ codigo: 'DATABASE_UNAVAILABLE' });
    }
    expect((await inject({ url: '/health' })).statusCode).toBe(200);
    expect((await inject({ url: '/ready' })).statusCode).toBe(503);
    isStarted = true;
    expect((await inject({ url: '/ventas' })).statusCode).toBe(401);
  });
});

describe('pages of other origins', () => {
  const origins = ['https://app.example.com'];
  const ask = (opened: Server, origin: string, preflight = false) =>
    opened.inject({
      method: preflight ? 'OPTIONS' : 'GET',
      url: '/ventas',
      headers: { origin, ...(preflight ? { 'access-control-request-method': 'GET' } : {}) },
    });

  it('that are known may ask, with a token and never with the session', async () => {
    const opened = await open({ origins });
    const preflight = await ask(opened, 'https://app.example.com', true);
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers['access-control-allow-origin']).toBe('https://app.example.com');
    expect(preflight.headers['access-control-allow-headers']).toContain('authorization');
    const answer = await ask(opened, 'https://app.example.com');
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['access-control-allow-origin']).toBe('https://app.example.com');
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it.each(['https://otra.example.com', 'http://app.example.com', 'https://app.example.com.malo.example', 'null'])(
    'as %s are told nothing',
    async (origin) => {
      const opened = await open({ origins });
      for (const preflight of [true, false]) {
        const answer = await ask(opened, origin, preflight);
        expect(answer.statusCode).toBe(401);
        expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
      }
    },
  );
});

describe('a limit of requests', () => {
  const from = (remoteAddress: string) => ({ url: '/', remoteAddress });

  it('holds for each address that nobody has signed in at, and says when to come again', async () => {
    const opened = await open({ requestsPerMinute: 2 });
    const answers = [];
    for (let i = 0; i < 3; i += 1) answers.push(await opened.inject(from('10.0.0.1')));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429]);
    expect(answers.map(({ headers }) => headers['ratelimit-remaining'])).toEqual(['1', '0', '0']);
    expect(answers[2]?.json()).toMatchObject({ codigo: 'TOO_MANY_REQUESTS' });
    expect(Number(answers[2]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await opened.inject(from('10.0.0.2'))).statusCode).toBe(200);
  });

  it('counts what is refused for want of a sign-in', async () => {
    const opened = await open({ requestsPerMinute: 2 });
    const statuses = [];
    for (let i = 0; i < 4; i += 1)
      statuses.push((await opened.inject({ ...from('10.0.0.1'), url: '/ventas' })).statusCode);
    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  it('leaves out whether the process lives', async () => {
    const opened = await open({ requestsPerMinute: 1 });
    for (let i = 0; i < 3; i += 1)
      expect((await opened.inject({ ...from('10.0.0.1'), url: '/health' })).statusCode).toBe(200);
  });
});

describe('/metrics', () => {
  it('counts requests by route and status, and tells of the pool and the process', async () => {
    const opened = await open();
    await opened.inject({ url: '/health' });
    await opened.inject({ url: '/ventas?cursor=secreto' });
    await opened.inject({ url: '/no/existe' });
    const answer = await opened.inject({ url: '/metrics' });
    expect(answer.headers['content-type']).toContain('text/plain; version=0.0.4');
    const { body } = answer;
    const count = 'fluxion_http_request_duration_seconds_count';
    expect(body).toContain(`${count}{method="GET",route="/health",status="200"} 1`);
    expect(body).toContain(`${count}{method="GET",route="/ventas",status="401"} 1`);
    expect(body).toContain(`${count}{method="GET",route="unknown",status="401"} 1`);
    expect(body).toMatch(/^fluxion_pool_connections\{state="limit"\} 2$/m);
    expect(body).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect(body).toMatch(/^process_resident_memory_bytes /m);
    expect(body).not.toContain('secreto');
  });

  it('tells how the mirror is', async () => {
    const asOf = { snapshot: '1:1:', time: new Date(Date.now() - 90_000).toISOString() };
    const status = { state: 'ready', problem: null, file: null, bytes: 7, asOf, tables: [] } as const;
    const unasked = () => Promise.reject(new Error('nobody asks here'));
    const sql = { tables: unasked, query: unasked };
    const mirror = { version: () => undefined, isCurrent: async () => false, status: () => status, sql };
    const { body } = await (await open({ mirror })).inject({ url: '/metrics' });
    expect(body).toContain('fluxion_mirror_state{state="ready"} 1');
    expect(body).toContain('fluxion_mirror_state{state="building"} 0');
    expect(body).toMatch(/^fluxion_mirror_age_seconds 9\d/m);
    expect(body).toContain('fluxion_mirror_bytes 7');
  });

  it.each([
    ['another machine', { remoteAddress: '10.0.0.1' }],
    ['another machine, by a proxy on this one', { headers: { 'x-forwarded-for': '10.0.0.1' } }],
    ['whoever says to be of this machine, by a proxy', { headers: { 'x-forwarded-for': '127.0.0.1' } }],
  ])('is not for %s', async (_who, request) => {
    const answer = await (await open()).inject({ url: '/metrics', ...request });
    expect(answer.statusCode).toBe(401);
  });

  it('is for whoever has the token, where there is one, and for nobody else', async () => {
    const opened = await open({ metricsToken: 'muy-secreto' });
    const ask = async (authorization: string) =>
      (await opened.inject({ url: '/metrics', remoteAddress: '10.0.0.1', headers: { authorization } })).statusCode;
    expect(await ask('Bearer muy-secreto')).toBe(200);
    for (const wrong of ['', 'Bearer muy-secretO', 'Bearer', 'muy-secreto']) expect(await ask(wrong)).toBe(401);
  });
});
