import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { checkServer } from './check-server.ts';
import { openPool } from './pool.ts';
import { certificatePath, openTlsFront, type TlsFront } from './testing/tls-front.ts';

let front: TlsFront;
beforeAll(async () => {
  front = await openTlsFront(inject('postgresUrl'));
});
afterAll(() => front.close());

function urlOf(host: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(inject('postgresUrl'));
  url.host = `${host}:${front.port}`;
  url.search = new URLSearchParams(parameters).toString();
  return url.href;
}

async function connectTo(host: string, parameters: Readonly<Record<string, string>>): Promise<string> {
  const pool = openPool({ url: urlOf(host, parameters), applicationName: 'fluxion-test-tls', max: 1 });
  try {
    await checkServer(pool);
    return 'connected';
  } catch (error) {
    return String(error);
  } finally {
    await pool.end();
  }
}

describe('the address of a server with TLS', () => {
  test('has its certificate checked by the CA that it names', async () => {
    const before = front.encrypted();
    const parameters = { sslmode: 'verify-full', sslrootcert: certificatePath('ca') };
    expect(await connectTo('localhost', parameters)).toBe('connected');
    expect(front.encrypted()).toBe(before + 1);
  });

  test.each([
    ['of another CA', 'localhost', { sslmode: 'verify-full', sslrootcert: certificatePath('other') }],
    ['that no CA of this machine signed', 'localhost', { sslmode: 'verify-full' }],
    ['of another name', '127.0.0.1', { sslmode: 'verify-full', sslrootcert: certificatePath('ca') }],
    ['of another CA, whatever its name', '127.0.0.1', { sslmode: 'verify-ca', sslrootcert: certificatePath('other') }],
  ])('refuses a certificate %s, and says what to do', async (_name, host, parameters) => {
    const outcome = await connectTo(host, parameters);
    expect(outcome).toContain('No usable PostgreSQL at');
    expect(outcome).toMatch(/certificate/i);
    expect(outcome).toContain('sslrootcert');
  });

  test.each([
    ['verify-ca', { sslmode: 'verify-ca', sslrootcert: certificatePath('ca') }],
    ['require', { sslmode: 'require' }],
  ])('means by %s what it means to libpq: the name is not checked', async (_mode, parameters) => {
    expect(await connectTo('127.0.0.1', parameters)).toBe('connected');
  });

  test('names the file of the CA that is not there', () => {
    const open = () => openPool({ url: urlOf('localhost', { sslrootcert: '/no/such.pem' }), applicationName: 'x' });
    expect(open).toThrow("The file /no/such.pem, which the database's address names, cannot be read.");
  });
});
