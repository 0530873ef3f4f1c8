import { spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventually } from '#testing/eventually.ts';
import {
  dataDirectoryOf,
  readMark,
  serverPid,
  startHolder,
  startIn,
  provideEmbeddedHomes,
} from '../testing/embedded-homes.ts';

const root = process.getuid?.() === 0;
/** Not the one that root prefers for the server where both exist. */
const ordinary = { uid: 65_534, gid: 65_534 } as const;
const unknown = { uid: 54_321, gid: 54_321 } as const;

/** Whether that user can enter the folders of this checkout, whose code the tests run as that user. */
const reachable = root && spawnSync('test', ['-r', import.meta.filename], { ...ordinary }).status === 0;

const homes = provideEmbeddedHomes();

/** The effective user id of the home's server. */
async function serverUser(home: string): Promise<number> {
  const status = await readFile(`/proc/${await serverPid(home)}/status`, 'utf8');
  return Number(/^Uid:\s*\d+\s+(\d+)/m.exec(status)?.[1]);
}

describe.runIf(root)('as root', () => {
  test('the server runs as another user, who owns nothing but the data', async () => {
    const home = join(homes.directory, 'plain');
    const server = await startIn(home);
    const user = await serverUser(home);
    expect(user).toBeGreaterThan(0);
    expect((await stat(dataDirectoryOf(home))).uid).toBe(user);
    expect((await stat(join(home, 'postgres.password'))).uid).toBe(0);
    await server.stop();
  });

  test('the server runs below folders that only root may enter', async () => {
    const closed = join(homes.directory, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const home = join(closed, 'home');
    const server = await startIn(home);
    expect(await serverUser(home)).toBeGreaterThan(0);
    await server.stop();
    const again = await startIn(home);
    await expect(readMark(again.url)).rejects.toThrow(/relation "mark" does not exist/);
    await again.stop();
    expect(await serverPid(home)).toBeUndefined();
  });

  test.runIf(reachable)('a home of an ordinary user serves that user and root in turn', async () => {
    const home = join(homes.directory, 'ordinary');
    await mkdir(home);
    await chown(home, ordinary.uid, ordinary.gid);
    await chmod(home, 0o700);
    const first = await startHolder(home, ordinary);
    expect(await serverUser(home)).toBe(ordinary.uid);
    const joined = await startIn(home);
    expect(joined.url).toBe(first.url);
    expect(await first.stop()).toBe(0);
    await joined.stop();
    const asRoot = await startIn(home);
    expect(await serverUser(home)).toBe(ordinary.uid);
    await asRoot.stop();
    const second = await startHolder(home, ordinary);
    expect(await second.stop()).toBe(0);
  });

  test('a full disk and a read-only one are explained, and do no harm', async ({ skip }) => {
    const disk = join(homes.directory, 'disk');
    await mkdir(disk);
    const mount = (options: string): boolean =>
      spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'none', disk]).status === 0;
    if (!mount('size=110m')) skip('this root may not mount');
    try {
      const home = join(disk, 'home');
      await (await startIn(home)).stop();
      await expect(writeFile(join(disk, 'fill'), Buffer.alloc(128 * 1024 * 1024))).rejects.toThrow(/ENOSPC/);
      await expect(startIn(home)).rejects.toThrow(/No space left on device\. The disk is full/);
      await rm(join(disk, 'fill'));
      await (await startIn(home)).stop();
      // Busy for as long as the server that was stopped still closes its files.
      await eventually(() => expect(mount('remount,ro')).toBe(true));
      await expect(startIn(home)).rejects.toThrow(/cannot be used: EROFS/);
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  test.runIf(reachable)('a user whom the system does not know is told what is missing', async () => {
    const home = join(homes.directory, 'unknown');
    await mkdir(home);
    await chown(home, unknown.uid, unknown.gid);
    await expect(startHolder(home, unknown)).rejects.toThrow(/Give the user an entry in \/etc\/passwd/);
  });

  test.runIf(reachable)("an ordinary user is told whose root's home is", async () => {
    const home = await homes.copy('of-root');
    await expect(startHolder(home, unknown)).rejects.toThrow(/belongs to the user with id \d+, not to you/);
  });
});
