import type { DuckDBConnection } from '@duckdb/node-api';
import { FluxionError, type RawRow } from '../../base/index.ts';
import { textOf } from './texts.ts';
import { createTurns } from './turns.ts';

/** The state that the file was in when something was read of it. */
export interface FileState {
  /** As PostgreSQL prints it. */
  readonly snapshot: string;
  /** ISO-8601 in UTC. */
  readonly time: string;
}

/** What a statement answered. */
export interface FileRead extends FileState {
  readonly rows: readonly RawRow[];
}

export interface Reads {
  read(sql: string, values: readonly unknown[], signal?: AbortSignal): Promise<FileRead>;
  /** Ends what runs, waits for it, and takes nothing more. */
  end(): Promise<void>;
}

/** So many questions may wait for their turn. */
const queueLength = 100;

/** Runs so many statements at a time, each on a connection and in a transaction of its own. */
export function createReads(connect: () => Promise<DuckDBConnection>, atOnce = 2): Reads {
  const turns = createTurns(connect, { atOnce, queueLength });
  return {
    read: (sql, values, signal) => turns.run((duck, wanted) => readOnce(duck, sql, values, wanted), signal),
    end: () => turns.end(),
  };
}

/** Begins a transaction that writes nothing, and tells of which state it reads. @throws FluxionError MIRROR_BEHIND */
export async function beginReading(duck: DuckDBConnection): Promise<FileState> {
  await duck.run('BEGIN READ ONLY');
  const state = await duck.runAndReadAll('SELECT snapshot, time FROM fluxion_mirror.applied');
  const [applied] = state.convertRowObjects(textOf);
  if (!applied) throw new FluxionError('MIRROR_BEHIND', 'The mirror has no copy yet: it is being built.');
  return { snapshot: applied['snapshot'] ?? '', time: applied['time'] ?? '' };
}

async function readOnce(
  duck: DuckDBConnection,
  sql: string,
  values: readonly unknown[],
  signal: AbortSignal,
): Promise<FileRead> {
  const state = await beginReading(duck);
  signal.throwIfAborted();
  const texts = values.map((value) => (value === null || value === undefined ? null : String(value)));
  const answer = await duck.runAndReadAll(sql, texts);
  return { rows: answer.convertRowObjects(textOf), ...state };
}
