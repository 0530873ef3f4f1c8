import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPool } from '@fluxion/engine/postgres';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from './http/server-types.ts';
import { createServer } from './server.ts';
import { noQuestions } from './testing/no-questions.ts';

/** A database that is not there: nothing here needs one. */
const pool = openPool({ url: 'postgres://nadie@127.0.0.1:1/nada', applicationName: 'fluxion-test', max: 2 });
const wellFormedToken = `fx_${'a'.repeat(43)}`;
let directory: string;
let server: Server;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fluxion-panel-'));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>Fluxion</title>');
  await writeFile(join(directory, 'assets', 'main-abc123.js'), 'export {};');
  await writeFile(join(directory, 'icono.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(directory, '.secreto.json'), 'x');
  server = await createServer({ pool, ask: noQuestions, version: '1.2.3', dashboardDirectory: directory });
});

afterAll(async () => {
  await server.close();
  await pool.end();
  await rm(directory, { recursive: true });
});

async function ask(request: InjectOptions): Promise<LightMyRequestResponse> {
  return server.inject(request);
}

function signIn(
  payload: InjectOptions['payload'],
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  return ask({ method: 'POST', url: '/sesion', headers, ...(payload === undefined ? {} : { payload }) });
}

describe('without a sign-in', () => {
  it('GET / tells what answers', async () => {
    const answer = await ask({ url: '/' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ nombre: 'Fluxion', version: '1.2.3', estado: 'no disponible' });
  });

  it('GET / sends a browser to the dashboard', async () => {
    const answer = await ask({ url: '/', headers: { accept: 'text/html,application/xhtml+xml;q=0.9' } });
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toBe('/app/');
    expect(answer.headers.vary).toContain('accept');
  });

  it('GET /health answers, whatever the database does', async () => {
    expect((await ask({ url: '/health' })).json()).toEqual({ estado: 'ok' });
  });

  it('GET /ready says what fails', async () => {
    const answer = await ask({ url: '/ready' });
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({
      estado: 'no disponible',
      base_de_datos: 'sin respuesta',
      esquema: 'desconocido',
      espejo: 'no hay',
      ultima_carga: null,
    });
  });

  it.each([
    ['GET', '/ventas'],
    ['GET', '/estadisticas'],
    ['GET', '/productos'],
    ['GET', '/ubicaciones'],
    ['GET', '/sesion'],
    ['DELETE', '/sesion'],
    ['GET', '/openapi.json'],
    ['GET', '/docs'],
    ['GET', '/docs/'],
    ['GET', '/docs/start.js'],
    ['GET', '/docs/swagger-ui-bundle.js'],
    ['HEAD', '/ventas'],
    ['POST', '/ventas'],
    ['DELETE', '/health'],
    ['OPTIONS', '/ventas'],
    ['GET', '/no/existe'],
    ['POST', '/no/existe'],
    ['GET', '/documentation/json'],
  ] as const)('%s %s is refused', async (method, url) => {
    const answer = await ask({ method, url });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="fluxion"');
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer fx_corto', `Bearer fs_${'a'.repeat(43)}`, wellFormedToken, ''])(
    'the header Authorization: %j is no sign-in',
    async (authorization) => {
      expect((await ask({ url: '/ventas', headers: { authorization } })).statusCode).toBe(401);
    },
  );

  it('a token is not taken from the cookie', async () => {
    const answer = await ask({ url: '/ventas', cookies: { fluxion_sesion: wellFormedToken } });
    expect(answer.statusCode).toBe(401);
  });
});

describe('problems', () => {
  it('have the form of RFC 9457, a code and the request id', async () => {
    const answer = await ask({ url: '/ventas', headers: { 'x-request-id': 'elegido-por-otro' } });
    expect(answer.json()).toEqual({
      type: 'urn:fluxion:problem:UNAUTHENTICATED',
      title: 'Hace falta iniciar sesión',
      status: 401,
      codigo: 'UNAUTHENTICATED',
      id_solicitud: answer.headers['x-request-id'],
    });
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('are 503 while the database is away, and tell nothing of it', async () => {
    const answer = await ask({ url: '/ventas', headers: { authorization: `Bearer ${wellFormedToken}` } });
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ codigo: 'DATABASE_UNAVAILABLE' });
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.body).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|nadie|at .*\.ts/);
  });

  it.each([
    ['a body that is no JSON', '{', { 'content-type': 'application/json' }, 400, 'INVALID_REQUEST'],
    ['an empty body', '', { 'content-type': 'application/json' }, 400, 'INVALID_REQUEST'],
    ['a text', 'token=x', { 'content-type': 'text/plain' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a form', 'token=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['too much', { token: 'x'.repeat(70_000) }, {}, 413, 'BODY_TOO_LARGE'],
    ['another field', { token: 'x', rol: 'super_admin' }, {}, 400, 'INVALID_REQUEST'],
    ['prototype poison', '{"__proto__":{"x":1}}', { 'content-type': 'application/json' }, 400, 'INVALID_REQUEST'],
  ])('POST /sesion with %s', async (_name, payload, headers, status, codigo) => {
    const answer = await signIn(payload, headers);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ codigo, status });
  });

  it('name a parameter that nobody knows', async () => {
    const answer = await ask({ url: '/health?verboso=1' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ campos: [{ campo: 'verboso' }] });
  });

  it('answer an address that cannot be decoded', async () => {
    const answer = await ask({ url: '/%E0%A4%A' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ codigo: 'INVALID_REQUEST' });
  });
});

describe('other sites', () => {
  it.each([
    [{ origin: 'https://otro.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://localhost:8002' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('with %j may not sign a browser in', async (headers) => {
    const answer = await signIn({ token: wellFormedToken }, { host: 'localhost:8001', ...headers });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ codigo: 'CROSS_ORIGIN' });
  });

  it.each([
    [{ origin: 'http://localhost:8001', 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ origin: 'https://localhost:8001' }],
  ])('are none of those who send %j', async (headers) => {
    const answer = await signIn({ token: 'x' }, { host: 'localhost:8001', ...headers });
    // Let in, they meet a database that is not there.
    expect(answer.json()).toMatchObject({ codigo: 'DATABASE_UNAVAILABLE' });
  });
});

describe('every answer', () => {
  it('forbids scripts of a page, frames, and keeping', async () => {
    const { headers } = await ask({ url: '/health' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).not.toHaveProperty('x-powered-by');
  });
});

describe('the dashboard', () => {
  it.each(['/app/', '/app/ventas', '/app/tiendas/TIENDA_01?desde=2024-01-01'])(
    'answers %s with its page',
    async (url) => {
      const answer = await ask({ url });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
      expect(answer.body).toContain('<title>Fluxion</title>');
    },
  );

  it('keeps files with a hash in their name for good', async () => {
    const answer = await ask({ url: '/app/assets/main-abc123.js' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toMatch(/javascript/);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('asks again for the others', async () => {
    const answer = await ask({ url: '/app/icono.svg' });
    expect(answer.headers['cache-control']).toBe('no-cache');
    const again = await ask({ url: '/app/icono.svg', headers: { 'if-none-match': String(answer.headers.etag) } });
    expect(again.statusCode).toBe(304);
  });

  it.each([
    '/app/assets/main-viejo.js',
    '/app/assets/..%2f..%2fetc%2fpasswd.txt',
    '/app/..%5c..%5cetc.txt',
    '/app/.secreto.json',
    '/app/%00.js',
  ])('has no %s', async (url) => {
    const answer = await ask({ url });
    expect([400, 403, 404]).toContain(answer.statusCode);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.headers['cache-control']).not.toContain('immutable');
  });

  it('is found without the last slash', async () => {
    expect((await ask({ url: '/app' })).headers.location).toBe('/app/');
  });
});
