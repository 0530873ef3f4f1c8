import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { FluxionError, messageOf } from '../../base/index.ts';

/** A file to load. */
export interface ListedFile {
  /** As it was given, or below a folder that was given. */
  readonly path: string;
  /** Whether it was given by itself, and not found in a folder. */
  readonly given: boolean;
}

/** What the load writes itself, and what describes other files. */
const notLoaded = /(?:^|\.)feed\.json$|\.rechazos\.csv$/i;

/**
 * The files of some paths: files as they are given, folders with all folders in them, by name. Hidden files, descriptions
 * (feed.json) and our files of rejects are left out. A file that is there twice is listed once.
 * @throws FluxionError SOURCE_NOT_FOUND if a path does not exist or a folder holds nothing to load, SOURCE_UNREADABLE if a
 * folder may not be read
 */
export async function listFiles(paths: readonly string[], signal?: AbortSignal): Promise<readonly ListedFile[]> {
  const found = new Map<string, ListedFile>();
  const folders = new Set<string>();
  for (const path of paths) {
    const state = await stateOf(path);
    if (!state.isDirectory()) {
      found.set(resolve(path), { path, given: true });
      continue;
    }
    let files = 0;
    for await (const file of filesIn(path, folders, signal)) {
      files += 1;
      if (!found.has(resolve(file))) found.set(resolve(file), { path: file, given: false });
    }
    if (files === 0) throw new FluxionError('SOURCE_NOT_FOUND', `${path} holds no file that could be loaded.`);
  }
  return [...found.values()];
}

async function stateOf(path: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR');
    if (missing) throw new FluxionError('SOURCE_NOT_FOUND', `There is no file or folder ${path}.`, { cause });
    throw new FluxionError('SOURCE_UNREADABLE', `${path} cannot be read: ${messageOf(cause)}`, { cause });
  }
}

/** `folders` are those that were read already, by their real paths: a link may lead back to one. */
async function* filesIn(folder: string, folders: Set<string>, signal: AbortSignal | undefined): AsyncIterable<string> {
  signal?.throwIfAborted();
  const real = await realpath(folder);
  if (folders.has(real)) return;
  folders.add(real);
  for (const entry of await entriesOf(folder)) {
    if (entry.name.startsWith('.') || notLoaded.test(entry.name)) continue;
    const path = join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? await targetOf(path) : entry;
    if (kind?.isDirectory()) yield* filesIn(path, folders, signal);
    // A link to nothing is told as the file that it stands for.
    else if (kind === undefined || kind.isFile()) yield path;
  }
}

async function targetOf(link: string): Promise<Stats | undefined> {
  return await stat(link).catch(() => undefined);
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.toSorted((one, other) => compare(one.name, other.name));
  } catch (cause) {
    throw new FluxionError('SOURCE_UNREADABLE', `${folder} cannot be read: ${messageOf(cause)}`, { cause });
  }
}

/** In the order of code points, which no locale changes: days named YYYY-MM-DD come in their order. */
function compare(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
