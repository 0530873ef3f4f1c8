import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

export interface ScratchOptions {
  /** An existing folder, with room for as much as is to be worked on. */
  readonly folder: string;
  /** What DuckDB may take before it writes to the folder; 128 MiB unless told otherwise. */
  readonly memoryMiB?: number;
}

/** A DuckDB database to work in, which lasts no longer than the work. */
export interface Scratch {
  readonly connection: DuckDBConnection;
  /** Closes it and removes its files. */
  close(): Promise<void>;
}

/** Makes a new database in the folder. It works in UTC, keeps the order of rows, and installs nothing. */
export async function openScratch({ folder, memoryMiB = 128 }: ScratchOptions): Promise<Scratch> {
  const temp_directory = join(folder, `duckdb-${randomUUID()}`);
  // In memory: a file's blocks would be compressed as they are written, which takes longer than everything else.
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryMiB}MiB`,
    threads: '2',
    temp_directory,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = 'UTC'`);
  return {
    connection,
    async close() {
      connection.closeSync();
      instance.closeSync();
      await rm(temp_directory, { recursive: true, force: true });
    },
  };
}
