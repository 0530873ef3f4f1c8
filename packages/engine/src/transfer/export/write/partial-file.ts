import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { FluxionError, messageOf, processIsAlive } from '../../../base/index.ts';
import { duckMemoryLimit } from '../../../duckdb/index.ts';

/** DuckDB's share of the memory, in MiB: what is under way outside of it comes on top. */
const [leastMiB, mostMiB] = [128, 256];

/** A DuckDB database file that is being written under another name, beside the one that it will have. */
export interface PartialFile {
  readonly connection: DuckDBConnection;
  /** A further connection. */
  connect(): Promise<DuckDBConnection>;
  /** Closes the file and gives it its name. @throws FluxionError FILE_EXISTS, FILE_UNWRITABLE */
  finish(): void;
  /** Closes and removes what `finish` has not given its name. */
  discard(): void;
}

/** What is written under another name carries the process's id, so that the next one knows what a dead one left. */
const partialName = (file: string) => `${file}.exporting-${process.pid}`;

/**
 * Begins a new database file, and removes what dead processes left of theirs.
 * @throws FluxionError FILE_EXISTS if there is such a file and it is not to be replaced; FILE_UNWRITABLE
 */
export async function openPartialFile(file: string, replace: boolean): Promise<PartialFile> {
  refuseUnwritable(file, replace);
  removeDead(file);
  const partial = partialName(file);
  removeAll(partial);
  let instance: DuckDBInstance;
  try {
    instance = await DuckDBInstance.create(partial, {
      memory_limit: duckMemoryLimit(0.25, leastMiB, mostMiB),
      temp_directory: `${partial}.tmp`,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
  } catch (error) {
    throw unwritable(file, messageOf(error).split('\n', 1)[0] ?? '', error);
  }
  const connections: DuckDBConnection[] = [];
  const connect = async () => {
    const connection = await instance.connect();
    connections.push(connection);
    await connection.run(`SET TimeZone = 'UTC'`);
    return connection;
  };
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    for (const connection of connections) connection.closeSync();
    instance.closeSync();
  };
  return {
    connection: await connect(),
    connect,
    finish() {
      close();
      giveName(partial, file, replace);
    },
    discard() {
      close();
      removeAll(partial);
    },
  };
}

/** The file, its write-ahead log and its spill folder. */
function removeAll(partial: string): void {
  for (const name of [partial, `${partial}.wal`, `${partial}.tmp`]) rmSync(name, { recursive: true, force: true });
}

function refuseUnwritable(file: string, replace: boolean): void {
  const folder = dirname(file);
  if (!existsSync(folder)) throw unwritable(file, `there is no folder ${folder}`);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw unwritable(file, `this user may not write into ${folder}`, cause);
  }
  const there = statSync(file, { throwIfNoEntry: false });
  if (there && !there.isFile()) throw unwritable(file, 'there is something of that name that is no file');
  if (there && !replace) throw exists(file);
  // A database that others have open would go on under them, and its log would be taken for the new one's.
  if (existsSync(`${file}.wal`)) {
    throw unwritable(file, `a database is open there, or was not closed: ${basename(file)}.wal lies beside it`);
  }
}

function removeDead(file: string): void {
  const folder = dirname(file);
  const own = `${basename(file)}.exporting-`;
  const dead = readdirSync(folder).filter((name) => {
    const process = name.startsWith(own) ? /^(\d+)(?:\.wal|\.tmp)?$/.exec(name.slice(own.length))?.[1] : undefined;
    return process !== undefined && !processIsAlive(Number(process));
  });
  for (const name of dead) rmSync(join(folder, name), { recursive: true, force: true });
}

function giveName(partial: string, file: string, replace: boolean): void {
  rmSync(`${partial}.tmp`, { recursive: true, force: true });
  try {
    if (replace) {
      renameSync(partial, file);
      return;
    }
    // Unlike a renaming, a link never takes the place of a file that has come meanwhile.
    linkSync(partial, file);
    unlinkSync(partial);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') throw exists(file);
    if (replace || existsSync(file)) throw unwritable(file, messageOf(error), error);
    // Not every file system has links.
    renameSync(partial, file);
  }
}

function exists(file: string): FluxionError {
  return new FluxionError('FILE_EXISTS', `There is already a file ${file}. Give another name, or --replace.`);
}

function unwritable(file: string, reason: string, cause?: unknown): FluxionError {
  return new FluxionError('FILE_UNWRITABLE', `${file} cannot be written: ${reason}.`, { cause });
}
