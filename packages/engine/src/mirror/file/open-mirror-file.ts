import { statSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Instance } from '../../duckdb/index.ts';
import { explainUnwritable } from './failures.ts';
import { createReaders, type FileRead, type LimitedRows, type Readers, type RowLimits } from './readers.ts';
import { dueLogBytes, type Resources } from './settings.ts';
import { takeSlot, type Slot } from './slot.ts';
import { removeFile, tryOpen } from './try-open.ts';

export interface MirrorFileOptions extends Resources {
  /** Made if there is none. */
  readonly folder: string;
  /** Files are named NAME-1.duckdb and so on. */
  readonly name: string;
  /**
   * How many reads run at a time; 2 unless told otherwise. Each takes one of the threads of Node's pool (4, or
   * UV_THREADPOOL_SIZE) as long as it runs: the writer, the file system and name resolution need theirs.
   */
  readonly reads?: number | undefined;
  readonly log: (line: string) => void;
}

/** A DuckDB database of this process alone, opened for writing. */
export interface MirrorFile {
  readonly path: string;
  /** There was none before, or none that could be used. */
  readonly isNew: boolean;
  /** A further connection, to write by: its transaction may be open for long, reads go on beside it. */
  connect(): Promise<DuckDBConnection>;
  /**
   * Runs one statement with its parameters as texts, and tells the state that the file was in: it reads both in one
   * transaction. It waits for its turn.
   * @throws FluxionError MIRROR_BUSY if too many wait, MIRROR_BEHIND if the file has no state yet; what DuckDB says; the signal's reason
   */
  read(sql: string, values: readonly unknown[], signal?: AbortSignal): Promise<FileRead>;
  /**
   * Runs one statement of a person's, that was checked, as far as its limits go; one at a time, beside the others. It reads
   * the state of the file in its transaction.
   * @throws FluxionError MIRROR_BUSY if too many wait, MIRROR_BEHIND if the file has no state yet; what DuckDB says; the signal's reason
   */
  readLimited(sql: string, limits: RowLimits, signal: AbortSignal): Promise<LimitedRows>;
  /**
   * Runs `work`, which may take long, on a connection of its own that nothing is written by; one at a time, beside the
   * others. If the file is closed meanwhile, DuckDB's statement ends, and the signal is aborted.
   * @throws FluxionError MIRROR_BUSY if too many wait, MIRROR_BEHIND if the file is closed; what `work` throws
   */
  hold: Readers['hold'];
  /**
   * Takes the log into the file if it has grown long (or at once, if forced). Reads go on; who writes to the same tables waits for it: to be called when
   * a sync is done and nobody waits for the next.
   */
  checkpoint(force?: boolean): Promise<void>;
  /** Ends the reads and closes the file. Nothing may be running on connections of `connect`. */
  close(): Promise<void>;
  /** Closes the file and removes it: the next opening begins anew. Nothing may be running on connections of `connect`. */
  discard(): Promise<void>;
}

/**
 * Opens the first file of this name that no other process has open, or makes one. A file that DuckDB cannot read, or that
 * ended the process that last opened it, is removed and made anew.
 * @throws FluxionError MIRROR_UNWRITABLE with what to do
 */
export async function openMirrorFile(options: MirrorFileOptions): Promise<MirrorFile> {
  for (let first = 1; ;) {
    const slot = await takeSlot(options.folder, options.name, first);
    try {
      const opened = await tryOpen(slot.path, options, options.log);
      if (opened.kind === 'open') return await mirrorFile(slot, opened.instance, opened.isNew, options);
      if (opened.kind === 'foreign') slot.release();
    } catch (error) {
      slot.release();
      throw explainUnwritable(slot.path, error) ?? error;
    }
    first = slot.number + 1;
  }
}

async function mirrorFile(
  slot: Slot,
  instance: Instance,
  isNew: boolean,
  options: MirrorFileOptions,
): Promise<MirrorFile> {
  const own = await instance.connect();
  await own.run('SET lock_configuration = true');
  const readers = createReaders(instance.connect, options.reads);
  return {
    path: slot.path,
    isNew,
    connect: instance.connect,
    read: readers.read,
    readLimited: readers.readLimited,
    hold: readers.hold,
    async checkpoint(force = false) {
      const log = statSync(`${slot.path}.wal`, { throwIfNoEntry: false });
      if (force || (log && log.size >= dueLogBytes)) await own.run('CHECKPOINT');
    },
    async close() {
      await readers.end();
      // Closing would do it too, but on the thread that everything else waits for. Without it the log is read anew.
      await own.run('CHECKPOINT').catch(() => {});
      instance.close();
      slot.release();
    },
    async discard() {
      await readers.end();
      instance.close();
      removeFile(slot.path);
      slot.release();
    },
  };
}
