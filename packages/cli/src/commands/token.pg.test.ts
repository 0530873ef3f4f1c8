import { findPrincipals } from '@fluxion/engine/operations';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fluxion } from '../testing/fluxion.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
});
afterAll(() => database.drop());

it('prints a token of the local administrator, and makes the schema where there is none', async () => {
  const { exitCode, stdout, stderr } = await fluxion(['token', '--days', '3'], { DATABASE_URL: database.url });
  expect({ exitCode, stderr }).toEqual({
    exitCode: 0,
    stderr: expect.stringMatching(/^It expires on \d{4}-\d\d-\d\d\.\n$/),
  });
  expect(stdout).toMatch(/^fx_\S+\n$/);
  const [principal] = await findPrincipals({
    ctx: { db: database.pool },
    input: [{ kind: 'token', secret: stdout.trim() }],
  });
  expect(principal).toMatchObject({ actor: { rol: 'super_admin' }, stores: 'all' });
});

it('prints it as JSON', async () => {
  const { stdout } = await fluxion(['token', '--json', '--database', database.url]);
  const { token, expires } = JSON.parse(stdout);
  expect(token).toMatch(/^fx_/);
  expect(Date.parse(expires) - Date.now()).toBeGreaterThan(89 * 86_400_000);
});

it('says in one line what is wrong with the database, without its password', async () => {
  const url = 'postgres://someone:secret@127.0.0.1:1/nothing';
  const { exitCode, stdout, stderr } = await fluxion(['token', '--json'], { DATABASE_URL: url });
  expect(exitCode).toBe(5);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'DATABASE_UNREACHABLE' } });
  expect(stderr).toMatch(/^fluxion: .*127\.0\.0\.1.*\n$/);
  expect(stdout + stderr).not.toContain('secret');
});
