import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ensureSecretKeys, readSecretKeys, secretKeyFile } from './secret-keys.ts';

const [one, other] = ['a'.repeat(32), 'b'.repeat(44)];
let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'fluxion-keys-'));
});
afterEach(() => rm(home, { recursive: true }));

type Asked = Parameters<typeof readSecretKeys>[0];
const made = async (asked: Asked) => (await ensureSecretKeys(asked)).texts;
const read = async (asked: Asked) => (await readSecretKeys(asked)).texts;

it('takes the keys that it is given, the first first, and makes none then', async () => {
  for (const database of ['postgres://db/fluxion', undefined]) {
    const asked = { 'secret-keys': ` ${one},${other} `, database, home };
    expect(await made(asked)).toEqual([one, other]);
  }
  expect(await readdir(home)).toEqual([]);
});

it('has none for the database of somebody else, and makes none', async () => {
  expect(await made({ 'secret-keys': undefined, database: 'postgres://db/fluxion', home })).toEqual([]);
  expect(await readdir(home)).toEqual([]);
});

it('makes one for the embedded server, and goes on reading what it has encrypted', async () => {
  const embedded = { 'secret-keys': undefined, database: undefined, home };
  expect(await read(embedded)).toEqual([]);
  const [own = ''] = await made(embedded);
  expect((await readFile(secretKeyFile(home), 'utf8')).trim()).toBe(own);
  expect(await made(embedded)).toEqual([own]);
  expect(await made({ ...embedded, 'secret-keys': one })).toEqual([one, own]);
});

it('refuses a key that could be guessed, without a word of it', async () => {
  const asked = { 'secret-keys': `${one},geheim`, database: undefined, home };
  const refusal = { code: 'USAGE', message: expect.not.stringContaining('geheim') };
  await expect(readSecretKeys(asked)).rejects.toMatchObject(refusal);
});

it('refuses to encrypt with what a damaged file of a key holds', async () => {
  await writeFile(secretKeyFile(home), '');
  await expect(made({ 'secret-keys': undefined, database: undefined, home })).rejects.toMatchObject({ code: 'USAGE' });
});
