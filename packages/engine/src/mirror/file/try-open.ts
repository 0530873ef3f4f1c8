import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { FluxionError, messageOf } from '../../base/index.ts';
import { openingLimitMs, openInstance, smallRowsJson, withinLimit, type Instance } from '../../duckdb/index.ts';
import { explainUnwritable, isLocked } from './failures.ts';
import { fileSettings, spillOf, type Resources } from './settings.ts';

/** What comes of opening a file: the database, or why another place must be found. */
export type Opened =
  | { readonly kind: 'open'; readonly instance: Instance; readonly isNew: boolean }
  /** Somebody else's: it is let alone. */
  | { readonly kind: 'foreign' }
  /** DuckDB came to no end, and cannot be stopped: the place is taken as long as this process lives. */
  | { readonly kind: 'endless' };

/** Lies beside a file while it is being opened. Found when the place is free: opening the file ended the process. */
const markOf = (path: string) => `${path}.opening`;

/** Removes the file and what DuckDB keeps beside it. */
export function removeFile(path: string): void {
  for (const name of [path, `${path}.wal`, spillOf(path)]) rmSync(name, { recursive: true, force: true });
}

/**
 * Opens the file in a place that nobody else uses, or makes a new one where there is none that can be used.
 * @throws what DuckDB or the system says
 */
export async function tryOpen(path: string, resources: Resources, log: (line: string) => void): Promise<Opened> {
  if (existsSync(markOf(path))) {
    log(`${path} ended the process that opened it last: it is built anew.`);
    removeFile(path);
  }
  // What a process that was killed had spilled; and a log belongs to its file.
  if (existsSync(path)) rmSync(spillOf(path), { recursive: true, force: true });
  else removeFile(path);
  const opened = await marked(path, () => openThere(path, resources, log));
  if (opened) return opened;
  removeFile(path);
  return marked(path, async () => ({
    kind: 'open',
    instance: await openInstance(path, fileSettings(path, resources)),
    isNew: true,
  }));
}

async function marked<T extends Opened | undefined>(path: string, work: () => Promise<T>): Promise<T> {
  writeFileSync(markOf(path), '');
  let opened: T | undefined;
  try {
    opened = await work();
    return opened;
  } finally {
    if (opened?.kind !== 'endless') rmSync(markOf(path), { force: true });
  }
}

/** Undefined: the file is damaged, and gone. */
async function openThere(path: string, resources: Resources, log: (line: string) => void): Promise<Opened | undefined> {
  if (!existsSync(path)) return undefined;
  const opening = openInstance(path, fileSettings(path, resources));
  let instance: Instance | undefined;
  try {
    instance = await withinLimit(path, opening, openingLimitMs(path));
    if (!(await isForeign(instance))) return { kind: 'open', instance, isNew: false };
    log(`${path} is a database of somebody else's: it is left alone, and another place taken.`);
    instance.close();
    return { kind: 'foreign' };
  } catch (error) {
    instance?.close();
    if (isLocked(error)) return { kind: 'foreign' };
    if (error instanceof FluxionError) {
      log(`DuckDB comes to no end while it opens ${path}: another place is taken.`);
      return { kind: 'endless' };
    }
    if (explainUnwritable(path, error)) throw error;
    log(`${path} cannot be used and is built anew: ${messageOf(error).split('\n', 1)[0] ?? ''}`);
    return undefined;
  }
}

/** A mirror has a schema for what it knows of itself, from its first moment on. */
async function isForeign(instance: Instance): Promise<boolean> {
  const [found] = await smallRowsJson(
    await instance.connect(),
    `SELECT EXISTS (FROM duckdb_tables() WHERE schema_name <> 'fluxion_mirror')
        AND NOT EXISTS (FROM duckdb_schemas() WHERE schema_name = 'fluxion_mirror') AS "foreign"`,
  );
  return found?.['foreign'] === true;
}
