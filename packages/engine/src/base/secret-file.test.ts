import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureSecretFile, readSecretFile } from './secret-file.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fluxion-secret-'));
});
afterEach(() => rm(directory, { recursive: true }));

test('all who come at once get the same secret, which only its owner may read', async () => {
  const file = join(directory, 'a.secret');
  expect(await readSecretFile(file)).toBeUndefined();
  const secrets = await Promise.all(Array.from({ length: 8 }, () => ensureSecretFile(file)));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]).toMatch(/^[0-9a-f]{48}$/);
  expect(await readSecretFile(file)).toBe(secrets[0]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(directory)).toEqual(['a.secret']);
});
