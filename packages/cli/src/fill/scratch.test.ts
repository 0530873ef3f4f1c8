import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withScratchFolder } from './scratch.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'fluxion-home-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

it('gives an empty folder and removes it, whatever the work does', async () => {
  await withScratchFolder(join(home, 'new'), async (folder) => {
    expect(await readdir(folder)).toEqual([]);
    await writeFile(join(folder, 'file'), 'text');
  });
  expect(await readdir(join(home, 'new'))).toEqual([]);
  const failure = withScratchFolder(home, async () => {
    throw new Error('failed');
  });
  await expect(failure).rejects.toThrow('failed');
  expect(await readdir(home)).toEqual(['new']);
});

it('removes what a killed process left, and nothing else', async () => {
  const { pid: dead } = spawnSync(process.execPath, ['--version']);
  await Promise.all(
    [`scratch-${dead}`, `scratch-${process.ppid}`, 'postgres'].map((name) =>
      mkdir(join(home, name, 'inner'), { recursive: true }),
    ),
  );
  await withScratchFolder(home, async () => {});
  expect((await readdir(home)).toSorted()).toEqual(['postgres', `scratch-${process.ppid}`]);
});
