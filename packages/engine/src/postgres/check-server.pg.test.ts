import { once } from 'node:events';
import { createServer } from 'node:net';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { FluxionError } from '../base/index.ts';
import { checkServer } from './check-server.ts';
import { openPool } from './pool.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
});
afterAll(() => database.drop());

async function refusalOf(url: string): Promise<FluxionError> {
  const pool = openPool({ url, applicationName: 'fluxion-test', max: 1 });
  const error: unknown = await checkServer(pool).catch((thrown: unknown) => thrown);
  await pool.end();
  if (error instanceof FluxionError) return error;
  throw new Error('the server was not refused', { cause: error });
}

function changed(change: (url: URL) => void): string {
  const url = new URL(database.url);
  change(url);
  return url.href;
}

describe('checkServer', () => {
  test('tells the version', async () => {
    const { versionNumber, version } = await checkServer(database.pool);
    expect(Math.floor(versionNumber / 10_000)).toBe(Number(inject('postgresVersion')));
    expect(version).toMatch(new RegExp(`^${inject('postgresVersion')}\\.`));
  });

  test.each([
    ['a wrong password', (url: URL) => void (url.password = 's3cret')],
    ['an unknown user', (url: URL) => void ((url.username = 'stranger'), (url.password = 's3cret'))],
    ['an unknown database', (url: URL) => void (url.pathname = '/no_such_database')],
  ])('names the target and the reason, on one line without the password, with %s', async (_, change) => {
    const url = changed(change);
    const { code, message } = await refusalOf(url);
    expect(code).toBe('DATABASE_UNREACHABLE');
    expect(message).toContain(new URL(url).host);
    expect(message).not.toContain('\n');
    expect(message).not.toContain(new URL(url).password);
  });

  test('says so where nobody listens, and where somebody else does', async () => {
    const stranger = createServer((socket) => socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(
      0,
      '127.0.0.1',
    );
    await once(stranger, 'listening');
    const address = stranger.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    expect((await refusalOf(changed((url) => void (url.port = port)))).code).toBe('DATABASE_UNREACHABLE');
    stranger.close();
    await once(stranger, 'close');
    const { code, message } = await refusalOf(changed((url) => void (url.port = port)));
    expect(code).toBe('DATABASE_UNREACHABLE');
    expect(message).toContain('ECONNREFUSED');
  });

  test('refuses a database that does not store UTF-8', async () => {
    const name = `${new URL(database.url).pathname.slice(1)}_latin`;
    const locale = `TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'`;
    await database.pool.query(`CREATE DATABASE ${name} ENCODING 'LATIN1' ${locale}`);
    const { code, message } = await refusalOf(changed((url) => void (url.pathname = `/${name}`)));
    await database.pool.query(`DROP DATABASE ${name}`);
    expect(code).toBe('DATABASE_UNSUITABLE');
    expect(message).toContain('LATIN1');
  });

  test('refuses a server before 16', async () => {
    const pool = openPool({ url: database.url, applicationName: 'fluxion-test', max: 1 });
    // Hides the built-in function behind one that answers as PostgreSQL 15 does.
    await pool.query(`CREATE FUNCTION public.current_setting(text) RETURNS text LANGUAGE sql AS
      $$ SELECT CASE $1 WHEN 'server_version_num' THEN '150012' ELSE '15.12' END $$`);
    await pool.query('SET search_path = public, pg_catalog');
    await expect(checkServer(pool)).rejects.toMatchObject({
      code: 'DATABASE_TOO_OLD',
      message: expect.stringContaining('15.12'),
    });
    await pool.query('DROP FUNCTION public.current_setting(text)');
    await pool.end();
  });
});
