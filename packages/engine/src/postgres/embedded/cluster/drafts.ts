import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { processIsAlive } from '../../../base/index.ts';

/** A name beside the data directory to make it under. */
export function newDraft(dataDirectory: string): string {
  return `${dataDirectory}.init-${process.pid}-${randomBytes(4).toString('hex')}`;
}

/** Removes what starts that were killed in the middle of making a cluster have left. */
export async function sweepDrafts(dataDirectory: string): Promise<void> {
  const parent = dirname(dataDirectory);
  const draft = new RegExp(`^${basename(dataDirectory)}\\.init-(\\d+)-`);
  for (const entry of await readdir(parent)) {
    const pid = draft.exec(entry)?.[1];
    if (pid === undefined || processIsAlive(Number(pid))) continue;
    // Its initdb may still be writing; then a later start removes the rest.
    await rm(join(parent, entry), { recursive: true, force: true }).catch(() => undefined);
  }
}
