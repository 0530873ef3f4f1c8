import { startManagedServer, type ManagedServer } from '#testing/managed-server.ts';
import { secretArn, secretOf, startSecretsManager } from '#testing/secrets-manager.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { fluxionHere } from '../testing/fluxion-here.ts';
import { fluxion } from '../testing/fluxion.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let server: ManagedServer;
beforeAll(async () => {
  server = await startManagedServer();
});
afterAll(() => server.stop());

/** The same address, with a secret in the place of the password. */
function withSecret(url: string, name: string): string {
  const plain = new URL(url);
  plain.password = '';
  return `${plain.href}&passwordsecret=${secretArn(name)}`;
}

it('makes the role of an address whose password nobody but Secrets Manager knows, and signs in as it', async () => {
  const { password } = new URL(server.administratorUrl);
  await startSecretsManager({
    [secretArn('admin')]: { AWSCURRENT: secretOf(decodeURIComponent(password)) },
    [secretArn('app')]: { AWSCURRENT: secretOf('un#secreto/largo') },
  });
  const environment = {
    DATABASE_URL: withSecret(server.administratorUrl, 'admin'),
    FLUXION_ROLE_URL: withSecret(server.url('fluxion_app', '', 'tienda'), 'app'),
  };
  // In a process of its own, as the task that does it.
  const { exitCode, stdout, stderr } = await fluxion(['prepare-role'], environment);
  expect({ exitCode, stdout }).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(
      /^The role "fluxion_app" was created; the database "tienda" was created\.\nIt has signed/,
    ),
  });
  expect(stdout + stderr).not.toContain('secreto');

  const url = await fluxion(['url'], { DATABASE_URL: environment.FLUXION_ROLE_URL });
  expect(url.stdout).toBe(`${server.url('fluxion_app', 'un#secreto/largo', 'tienda')}\n`);
  const started = await fluxion(['token', '--json'], { DATABASE_URL: environment.FLUXION_ROLE_URL });
  expect([started.exitCode, JSON.parse(started.stdout)]).toMatchObject([0, { token: expect.stringMatching(/^fx_/) }]);
});

it('says what is missing, each in a sentence', async () => {
  const cases: readonly (readonly [Record<string, string>, number, RegExp])[] = [
    [{}, 2, /Give --database or DATABASE_URL the address of an administrator/],
    [{ DATABASE_URL: server.administratorUrl }, 2, /Give --for or FLUXION_ROLE_URL/],
    [
      { DATABASE_URL: server.administratorUrl, FLUXION_ROLE_URL: 'postgres://nobody@localhost/fluxion' },
      2,
      /names no password/,
    ],
  ];
  for (const [environment, code, message] of cases) {
    const { exitCode, stderr } = await fluxionHere(['prepare-role'], environment);
    expect([exitCode, stderr]).toEqual([code, expect.stringMatching(message)]);
  }
  await startSecretsManager({});
  const unknown = { DATABASE_URL: withSecret(server.administratorUrl, 'gone'), FLUXION_ROLE_URL: 'postgres://a:b@c/d' };
  const { exitCode, stderr } = await fluxionHere(['prepare-role'], unknown);
  expect([exitCode, stderr]).toEqual([5, expect.stringMatching(/secret:gone-AbCdEf cannot be read: there is no such/)]);
});
