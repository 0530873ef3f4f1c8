import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { processIsAlive } from '@fluxion/engine/base';

const prefix = 'scratch-';

/**
 * Runs `work` with a new folder for temporary files inside `home`, and removes it afterwards, with those of processes
 * that were killed and could not. It is not in the system's temporary folder, which may be small or in memory.
 */
export async function withScratchFolder<T>(home: string, work: (folder: string) => Promise<T>): Promise<T> {
  await removeAbandoned(home);
  const folder = scratchPath(home);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** This process's folder for temporary files; there is none yet. */
export function scratchPath(home: string): string {
  return join(home, `${prefix}${process.pid}`);
}

async function removeAbandoned(home: string): Promise<void> {
  const names = await readdir(home).catch(() => []);
  const abandoned = names.filter(
    (name) => name.startsWith(prefix) && !processIsAlive(Number(name.slice(prefix.length))),
  );
  await Promise.all(abandoned.map((name) => rm(join(home, name), { recursive: true, force: true })));
}
