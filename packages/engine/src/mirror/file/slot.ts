import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FluxionError } from '../../base/index.ts';
import { openInstance, type Instance } from '../../duckdb/index.ts';
import { explainUnwritable, isLocked } from './failures.ts';
import { closed } from './settings.ts';

/** A place for a file that nobody else uses until it is released. */
export interface Slot {
  readonly number: number;
  readonly path: string;
  release(): void;
}

const mostSlots = 64;

const lockSettings = { memory_limit: '16MiB', threads: '1', ...closed };

/** Those of this process, whose locks would not keep itself out. */
const taken = new Set<string>();

/**
 * Takes the first place NAME-N.duckdb in the folder, from `first` on, that no other process and no other mirror of this one
 * has. The lock is the system's, on a small database beside the file, which DuckDB holds open: it ends with the process, however that ends,
 * and is had before anything is done with the file itself.
 * @throws FluxionError MIRROR_UNWRITABLE
 */
export async function takeSlot(folder: string, name: string, first = 1): Promise<Slot> {
  const real = madeFolder(folder);
  for (let number = first; number <= mostSlots; number++) {
    const path = join(real, `${name}-${number}.duckdb`);
    if (taken.has(path)) continue;
    taken.add(path);
    try {
      const lock = await openLock(`${path}.lock`);
      if (lock) return slot(number, path, lock);
    } catch (error) {
      taken.delete(path);
      throw explainUnwritable(folder, error) ?? error;
    }
    taken.delete(path);
  }
  const message = `${mostSlots} processes have a mirror in ${folder}. Stop some of them, or choose another folder for this one.`;
  throw new FluxionError('MIRROR_UNWRITABLE', message);
}

function slot(number: number, path: string, lock: Instance): Slot {
  return {
    number,
    path,
    release() {
      lock.close();
      taken.delete(path);
    },
  };
}

/** The folder without links: one file has one name. */
function madeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    return realpathSync(folder);
  } catch (error) {
    throw explainUnwritable(folder, error) ?? error;
  }
}

/** Undefined if another process has it. */
async function openLock(path: string): Promise<Instance | undefined> {
  try {
    return await openInstance(path, lockSettings);
  } catch (error) {
    if (isLocked(error)) return undefined;
    if (explainUnwritable(path, error)) throw error;
  }
  // Cut short when the machine went down; there is nothing in it.
  rmSync(path, { force: true });
  return openInstance(path, lockSettings);
}
