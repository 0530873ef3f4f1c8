import type { DuckDBConnection } from '@duckdb/node-api';
import { bulkhead, BulkheadRejectedError } from 'cockatiel';
import { FluxionError, type RawRow } from '../../base/index.ts';
import { textOf } from './texts.ts';

/** What a statement answered, and the state that the file was in. */
export interface FileRead {
  readonly rows: readonly RawRow[];
  /** As PostgreSQL prints it. */
  readonly snapshot: string;
  /** ISO-8601 in UTC. */
  readonly time: string;
}

export interface Reads {
  read(sql: string, values: readonly unknown[], signal?: AbortSignal): Promise<FileRead>;
  /** Ends what runs, waits for it, and takes nothing more. */
  end(): Promise<void>;
}

/** So many questions may wait for their turn. */
const queueLength = 100;

/** How often a statement that is to end is told so: DuckDB forgets it if the statement has not begun. */
const interruptEveryMs = 20;

/** Runs so many statements at a time, each on a connection and in a transaction of its own. */
export function createReads(connect: () => Promise<DuckDBConnection>, atOnce = 2): Reads {
  const turns = bulkhead(atOnce, queueLength);
  const idle: DuckDBConnection[] = [];
  const running = new Map<AbortController, Promise<unknown>>();
  let ended = false;

  async function readInTurn(sql: string, values: readonly unknown[], signal: AbortSignal): Promise<FileRead> {
    signal.throwIfAborted();
    const duck = idle.pop() ?? (await connect());
    try {
      return await whileWanted(duck, signal, () => readOnce(duck, sql, values, signal));
    } finally {
      idle.push(duck);
    }
  }

  async function read(sql: string, values: readonly unknown[], signal?: AbortSignal): Promise<FileRead> {
    if (ended) throw closed();
    signal?.throwIfAborted();
    const stop = new AbortController();
    const abort = () => stop.abort(signal?.reason);
    signal?.addEventListener('abort', abort);
    let begun = false;
    // Not by the bulkhead's own signal: a turn that is over before it begins would leave those behind it without theirs.
    const work = turns.execute(() => {
      begun = true;
      return readInTurn(sql, values, stop.signal);
    });
    const givenUp = new Promise<never>((_, reject) => {
      stop.signal.addEventListener('abort', () => {
        if (!begun) reject(stop.signal.reason);
      });
    });
    running.set(stop, work);
    const done = () => running.delete(stop);
    work.then(done, done);
    try {
      return await Promise.race([work, givenUp]);
    } catch (error) {
      if (!(error instanceof BulkheadRejectedError)) throw error;
      const message = `${queueLength} questions wait for the mirror already. Ask again in a moment.`;
      throw new FluxionError('MIRROR_BUSY', message, { cause: error });
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  return {
    read,
    async end() {
      ended = true;
      const works = [...running.values()];
      for (const stop of running.keys()) stop.abort(closed());
      await Promise.allSettled(works);
    },
  };
}

const closed = () => new FluxionError('MIRROR_BEHIND', 'The mirror is closed.');

/** Runs statements of a connection that end as soon as the signal is aborted. @throws the signal's reason then */
async function whileWanted<T>(duck: DuckDBConnection, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  let again: NodeJS.Timeout | undefined;
  const interrupt = () => {
    duck.interrupt();
    again = setInterval(() => duck.interrupt(), interruptEveryMs);
  };
  signal.addEventListener('abort', interrupt);
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', interrupt);
    clearInterval(again);
    await duck.run('ROLLBACK').catch(() => {});
  }
}

async function readOnce(
  duck: DuckDBConnection,
  sql: string,
  values: readonly unknown[],
  signal: AbortSignal,
): Promise<FileRead> {
  await duck.run('BEGIN READ ONLY');
  const state = await duck.runAndReadAll('SELECT snapshot, time FROM fluxion_mirror.applied');
  const [applied] = state.convertRowObjects(textOf);
  if (!applied) throw new FluxionError('MIRROR_BEHIND', 'The mirror has no copy yet: it is being built.');
  signal.throwIfAborted();
  const texts = values.map((value) => (value === null || value === undefined ? null : String(value)));
  const answer = await duck.runAndReadAll(sql, texts);
  const rows = answer.convertRowObjects(textOf);
  return { rows, snapshot: applied['snapshot'] ?? '', time: applied['time'] ?? '' };
}
