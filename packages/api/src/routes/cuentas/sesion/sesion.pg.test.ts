import { SesionResponse } from '@fluxion/contract';
import { createLocalToken, findPrincipals, revokeToken } from '@fluxion/engine/operations';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf } from '../../../testing/answers.ts';
import { openTestChain, type TestChain } from '../../../testing/test-chain.ts';

let chain: TestChain;

beforeAll(async () => {
  chain = await openTestChain();
});

afterAll(() => chain.close());

function signIn(token: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
  return chain.server.inject({ method: 'POST', url: '/sesion', payload: { token }, headers });
}

async function sessionOf(token: string): Promise<{ fluxion_sesion: string }> {
  const answer = await signIn(token);
  expect(answer.statusCode).toBe(204);
  return { fluxion_sesion: answer.cookies.find(({ name }) => name === 'fluxion_sesion')?.value ?? '' };
}

async function withCookies(cookies: Record<string, string>, method: 'GET' | 'DELETE' = 'GET'): Promise<number> {
  return (await chain.server.inject({ method, url: '/sesion', cookies })).statusCode;
}

async function withToken(token: string): Promise<number> {
  return (await chain.get('/sesion', token)).statusCode;
}

describe('API tokens', () => {
  it('sign in their person', async () => {
    const token = await chain.tokenOf('gerente_tienda', ['T1']);
    const { usuario } = bodyOf(SesionResponse, await chain.get('/sesion', token));
    expect(usuario).toMatchObject({ nombre: 'Persona de prueba', rol: 'gerente_tienda' });
  });

  it('of the local administrator are made on demand, for one and the same person', async () => {
    const ctx = { db: chain.pool };
    const first = await createLocalToken({ ctx, input: { name: 'consola', validDays: 30 } });
    const second = await createLocalToken({ ctx, input: { name: 'consola', validDays: 30 } });
    expect(first.token).toMatch(/^fx_/);
    expect(Date.parse(first.expires)).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    const people = await Promise.all(
      [first, second].map(async ({ token }) => bodyOf(SesionResponse, await chain.get('/sesion', token)).usuario),
    );
    expect(people[0]).toEqual(people[1]);
    expect(people[0]).toMatchObject({ correo: 'admin@localhost', rol: 'super_admin' });
  });

  it('are stored as their hash alone', async () => {
    const token = await chain.tokenOf('super_admin');
    const { rows } = await chain.pool.query<{ stored: string }>('SELECT t::text AS stored FROM tokens AS t');
    expect(rows.length).toBeGreaterThan(0);
    for (const { stored } of rows) expect(stored).not.toContain(token.slice(9));
  });

  it('end when they are revoked, expire, or their person leaves', async () => {
    const ctx = { db: chain.pool };
    const { id, token } = await createLocalToken({ ctx, input: { name: 'x', validDays: 1 } });
    expect(await withToken(token)).toBe(200);
    await revokeToken({ ctx, input: { id, sessions: 'end' } });
    expect(await withToken(token)).toBe(401);

    const expiring = await chain.tokenOf('super_admin');
    await chain.pool.query(`UPDATE tokens SET expira = now() - interval '1 second' WHERE prefijo = $1`, [
      expiring.slice(0, 9),
    ]);
    expect(await withToken(expiring)).toBe(401);

    const leaving = await chain.tokenOf('super_admin');
    const [leaver] = await findPrincipals({ ctx, input: [{ kind: 'token', secret: leaving }] });
    const actor = leaver?.actor;
    await chain.pool.query('UPDATE usuarios SET activo = false WHERE id = $1', [actor?.id]);
    expect(await withToken(leaving)).toBe(401);
  });

  it('are forgotten a month after they ended', async () => {
    const ctx = { db: chain.pool };
    const made = async (change: string) => {
      const { id } = await createLocalToken({ ctx, input: { name: 'x', validDays: 1 } });
      await chain.pool.query(`UPDATE tokens SET ${change} WHERE id = $1`, [id]);
      return id;
    };
    const kept = [await made(`expira = now() - interval '29 days'`), await made('revocado = now()')];
    const forgotten = [
      await made(`expira = now() - interval '31 days'`),
      await made(`revocado = now() - interval '31 days'`),
    ];
    await createLocalToken({ ctx, input: { name: 'x', validDays: 1 } });
    const { rows } = await chain.pool.query('SELECT id FROM tokens WHERE id = ANY ($1)', [[...kept, ...forgotten]]);
    expect(rows.map(({ id }) => id).toSorted()).toEqual(kept.toSorted());
  });

  it('note their last use, and not at every request', async () => {
    const token = await chain.tokenOf('super_admin');
    const lastUse = async () => {
      const sql = 'SELECT ultimo_uso FROM tokens WHERE prefijo = $1';
      const { rows } = await chain.pool.query<{ ultimo_uso: string | null }>(sql, [token.slice(0, 9)]);
      return rows[0]?.ultimo_uso;
    };
    expect(await lastUse()).toBeNull();
    await withToken(token);
    const noted = await lastUse();
    expect(noted).toMatch(/Z$/);
    await withToken(token);
    expect(await lastUse()).toBe(noted);
  });
});

describe('browser sessions', () => {
  it('are a cookie that no script and no other site gets', async () => {
    const token = await chain.tokenOf('super_admin');
    const cookie = String((await signIn(token)).headers['set-cookie']);
    expect(cookie).toMatch(/^fluxion_sesion=fs_[A-Za-z0-9_-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
    const secure = await signIn(token, { 'x-forwarded-proto': 'https' });
    expect(String(secure.headers['set-cookie'])).toMatch(/; Secure/);
  });

  it('sign in, and end for good when they are closed', async () => {
    const cookies = await sessionOf(await chain.tokenOf('super_admin'));
    expect(await withCookies(cookies)).toBe(200);
    expect(await withCookies(cookies, 'DELETE')).toBe(204);
    expect(await withCookies(cookies)).toBe(401);
  });

  it('end alone: others of the same person go on', async () => {
    const token = await chain.tokenOf('super_admin');
    const [first, second] = [await sessionOf(token), await sessionOf(token)];
    await withCookies(first, 'DELETE');
    expect(await withCookies(second)).toBe(200);
    expect(await withToken(token)).toBe(200);
  });

  it('end with the token they were opened with', async () => {
    const ctx = { db: chain.pool };
    const { id, token } = await createLocalToken({ ctx, input: { name: 'x', validDays: 1 } });
    const cookies = await sessionOf(token);
    await revokeToken({ ctx, input: { id, sessions: 'end' } });
    expect(await withCookies(cookies)).toBe(401);
  });

  it('go on where the token has only served its purpose', async () => {
    const ctx = { db: chain.pool };
    const { id, token } = await createLocalToken({ ctx, input: { name: 'x', validDays: 1 } });
    const cookies = await sessionOf(token);
    await revokeToken({ ctx, input: { id, sessions: 'keep' } });
    expect(await withToken(token)).toBe(401);
    expect(await withCookies(cookies)).toBe(200);
  });

  it('are no bearer tokens', async () => {
    const { fluxion_sesion } = await sessionOf(await chain.tokenOf('super_admin'));
    expect(await withToken(fluxion_sesion)).toBe(401);
  });

  it('may not be used by another site to change anything', async () => {
    const cookies = await sessionOf(await chain.tokenOf('super_admin'));
    const headers = { origin: 'https://otro.example' };
    const answer = await chain.server.inject({ method: 'DELETE', url: '/sesion', cookies, headers });
    expect(answer.statusCode).toBe(403);
    expect(await withCookies(cookies)).toBe(200);
  });

  it('make an address wait that fails too often', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 51; attempt += 1) statuses.push((await signIn('falso', headers)).statusCode);
    expect(statuses).toEqual([...Array.from({ length: 50 }, () => 401), 429]);
    const refused = await signIn(await chain.tokenOf('super_admin'), headers);
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn('falso', { 'x-forwarded-for': '203.0.113.8' })).statusCode).toBe(401);
  });
});
