import { rm } from 'node:fs/promises';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { FluxionError } from '../base/index.ts';
import { duckMemoryLimit } from '../duckdb/index.ts';

/** A new DuckDB file that is being written. */
export interface DemoSession {
  /** Runs one statement and returns how many rows it changed. */
  run(sql: string): Promise<number>;
  /** Closes the connection and removes the spill folder; the file stays. */
  close(): Promise<void>;
}

/**
 * Opens a new file. `threads` is for tests: the data does not depend on it.
 * @throws FluxionError INTERRUPTED from `run` once `signal` is aborted
 */
export async function openSession(
  file: string,
  signal: AbortSignal | undefined,
  threads?: number,
): Promise<DemoSession> {
  const temp_directory = `${file}.tmp`;
  const instance = await DuckDBInstance.create(file, {
    memory_limit: duckMemoryLimit(0.4),
    temp_directory,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(threads === undefined ? {} : { threads: String(threads) }),
  });
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = 'UTC'`);
  const interrupt = () => connection.interrupt();
  signal?.addEventListener('abort', interrupt);
  return {
    run: (sql) => runUnlessAborted(connection, sql, signal),
    close: async () => {
      signal?.removeEventListener('abort', interrupt);
      connection.closeSync();
      instance.closeSync();
      await rm(temp_directory, { recursive: true, force: true });
    },
  };
}

async function runUnlessAborted(
  connection: DuckDBConnection,
  sql: string,
  signal: AbortSignal | undefined,
): Promise<number> {
  const interrupted = (cause?: unknown) =>
    new FluxionError('INTERRUPTED', 'The demo was stopped before it was whole.', { cause });
  if (signal?.aborted) throw interrupted();
  try {
    return (await connection.run(sql)).rowsChanged;
  } catch (error) {
    throw signal?.aborted ? interrupted(error) : error;
  }
}
