import { startManagedServer, type ManagedServer } from '#testing/managed-server.ts';
import { secretArn, secretOf, startSecretsManager } from '#testing/secrets-manager.ts';
import { eventually } from '#testing/eventually.ts';
import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { cancelStatement, migrateSchema, openPool } from '../index.ts';
import { prepareRole } from './prepare-role.ts';

vi.setConfig({ hookTimeout: 120_000 });

let server: ManagedServer;
let administrator: pg.Pool;
beforeAll(async () => {
  server = await startManagedServer();
  administrator = openPool({ url: server.administratorUrl, applicationName: 'administrator', max: 2 });
});
afterAll(async () => {
  await administrator.end();
  await server.stop();
});

const ordinary = {
  ownsDatabase: true,
  createSchemas: true,
  createTables: true,
  temporaryTables: true,
  beyond: [],
  foreignTables: [],
};

/** Signs in, and gives what the question answers. */
async function ask(url: string, sql: string): Promise<unknown> {
  const pool = openPool({ url, applicationName: 'fluxion-test', max: 1 });
  try {
    return (await pool.query(sql)).rows[0];
  } finally {
    await pool.end();
  }
}

it('makes an ordinary role with a database of its own, twice without harm, by an administrator who is no superuser', async () => {
  const password = `zafiro 'con" signos$~`;
  const url = server.url('fluxion_app', password, 'tienda');
  const first = await prepareRole({ administrator, url });
  expect(first).toEqual({
    role: 'fluxion_app',
    database: 'tienda',
    createdRole: true,
    createdDatabase: true,
    ...ordinary,
  });
  const pool = openPool({ url, applicationName: 'fluxion-test' });
  await migrateSchema(pool);
  expect((await pool.query('SHOW server_encoding')).rows).toEqual([{ server_encoding: 'UTF8' }]);
  await pool.end();
  expect(await prepareRole({ administrator, url })).toEqual({ ...first, createdRole: false, createdDatabase: false });
  const member = `SELECT pg_has_role('fluxion_app', 'SET') AS may`;
  expect((await administrator.query(member)).rows).toEqual([{ may: false }]);
  const log = await readFile(server.logFile, 'utf8');
  expect([log.includes('SCRAM-SHA-256$4096:'), log.includes('zafiro')]).toEqual([true, false]);
});

it('takes a database over that is there already, and gives the role the password of the address', async () => {
  await administrator.query('CREATE DATABASE heredada');
  await administrator.query(`CREATE ROLE heredera LOGIN PASSWORD 'otra'`);
  const url = server.url('heredera', 'la nueva', 'heredada');
  expect(await prepareRole({ administrator, url })).toMatchObject({
    createdRole: false,
    createdDatabase: false,
    ...ordinary,
  });
  await expect(ask(server.url('heredera', 'otra', 'heredada'), 'SELECT 1')).rejects.toThrow('password authentication');
});

it('tells what of the database still belongs to another role', async () => {
  await administrator.query('CREATE DATABASE mezclada');
  await ask(server.administratorUrl.replace('/postgres?', '/mezclada?'), 'CREATE TABLE ajena (i int)');
  const url = server.url('mezclada', 'clave', 'mezclada');
  expect(await prepareRole({ administrator, url })).toMatchObject({ ...ordinary, foreignTables: ['public.ajena'] });
  // As `fluxion prepare-role` advises.
  for (const statement of [
    'GRANT mezclada TO CURRENT_USER',
    'REASSIGN OWNED BY CURRENT_USER TO mezclada',
    'REVOKE mezclada FROM CURRENT_USER',
  ]) {
    await ask(server.administratorUrl.replace('/postgres?', '/mezclada?'), statement);
  }
  expect(await prepareRole({ administrator, url })).toMatchObject({ ...ordinary, foreignTables: [] });
});

it('takes the password out of a secret, and connections follow its rotation without a restart', async () => {
  const arn = secretArn('rotated');
  const stages: Record<string, string | undefined> = { AWSCURRENT: secretOf('primera') };
  const { asked } = await startSecretsManager({ [arn]: stages });
  const url = `${server.url('girada', '', 'girada').replace(':@', '@')}&passwordsecret=${arn}`;
  await prepareRole({ administrator, url });
  asked.length = 0;
  const pool = openPool({ url, applicationName: 'fluxion-test', max: 3 });
  const fresh = async () => {
    const clients = await Promise.all([pool.connect(), pool.connect(), pool.connect()]);
    const users = await Promise.all(clients.map((client) => client.query('SELECT current_user AS who')));
    for (const client of clients) client.release(true);
    return users.map(({ rows }) => rows[0]?.who);
  };
  const all = ['girada', 'girada', 'girada'];
  expect(await fresh()).toEqual(all);
  expect(new Set(asked)).toEqual(new Set([`${arn} AWSCURRENT`]));
  expect(asked.length).toBeLessThanOrEqual(3);
  const busy = await pool.connect();
  const sleeping = busy.query('SELECT pg_sleep(600)').catch((error: unknown) => error);
  await eventually(async () => {
    const running = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'`;
    expect((await administrator.query(running)).rows).toEqual([{ n: 1 }]);
  });
  await cancelStatement(pool, busy);
  expect(await sleeping).toMatchObject({ code: '57014' });
  busy.release();
  // As RDS's rotation goes: a pending password, then the database has it, then it is the current one.
  stages.AWSPENDING = secretOf('segunda');
  expect(await fresh()).toEqual(all);
  await administrator.query(`ALTER ROLE girada PASSWORD 'segunda'`);
  expect(await fresh()).toEqual(all);
  Object.assign(stages, { AWSCURRENT: secretOf('segunda'), AWSPENDING: undefined });
  expect(await fresh()).toEqual(all);
  // Changed by hand: neither is right, and it says so instead of asking for ever.
  await administrator.query(`ALTER ROLE girada PASSWORD 'tercera'`);
  asked.length = 0;
  await expect(pool.query('SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  expect(asked.length).toBeLessThanOrEqual(3);
  await pool.end();
});

it.each([
  ['of an address without a role', 'postgres://127.0.0.1/fluxion', 'USAGE', /names no role/],
  ['of an address without a password', 'postgres://fluxion@127.0.0.1/fluxion', 'USAGE', /names no password/],
  ['of an address without a database', 'postgres://fluxion:s3cret@127.0.0.1', 'USAGE', /names no database/],
  ['that is no address', 'fluxion', 'DATABASE_UNREACHABLE', /not a postgres/],
])('refuses a role %s', async (_what, url, code, message) => {
  const error: unknown = await prepareRole({ administrator, url }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
  expect(String(error)).not.toContain('s3cret');
});

it('refuses who may not do it, and what should not be done, each in a sentence', async () => {
  const plain = server.url('corriente', 'clave', 'corriente');
  await prepareRole({ administrator, url: plain });
  const weak = openPool({ url: plain, applicationName: 'weak', max: 1 });
  await expect(prepareRole({ administrator: weak, url: server.url('otra', 'clave', 'otra') })).rejects.toMatchObject({
    code: 'DATABASE_UNSUITABLE',
    message: expect.stringMatching(/"otra" could not be created: permission denied.* Sign in as an administrator/),
  });
  await expect(prepareRole({ administrator: weak, url: plain })).rejects.toThrow('cannot prepare itself');
  await weak.end();
  // A database that another program uses is not taken from it, and nobody waits for ever for another process.
  await expect(prepareRole({ administrator, url: server.url('otra', 'clave', 'corriente') })).rejects.toMatchObject({
    code: 'DATABASE_UNSUITABLE',
    message: expect.stringMatching(/belongs to "corriente"\. Name another/),
  });
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(prepareRole({ administrator, url: plain, signal })).rejects.toThrow('enough');
  const long = server.url('x'.repeat(64), 'clave', 'corriente');
  await expect(prepareRole({ administrator, url: long })).rejects.toThrow('longer than the 63 bytes');
  const url = server.url('postgres', 'clave', 'corriente');
  await expect(prepareRole({ administrator, url })).rejects.toThrow('"postgres" is a superuser');
  await expect(prepareRole({ administrator, url: server.url('nueva', 'contraseña', 'nueva') })).rejects.toThrow(
    'of ASCII',
  );
});
