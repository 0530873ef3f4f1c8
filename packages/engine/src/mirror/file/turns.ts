import type { DuckDBConnection } from '@duckdb/node-api';
import { bulkhead, BulkheadRejectedError } from 'cockatiel';
import { FluxionError } from '../../base/index.ts';

/** Statements that run so many at a time, each on a connection of its own. */
export interface Turns {
  /**
   * Runs `work` when its turn comes. Statements of its connection end as soon as the signal is aborted, and its transaction is
   * rolled back.
   * @throws FluxionError MIRROR_BUSY if too many wait, MIRROR_BEHIND if the file is closed; what `work` throws; the signal's reason
   */
  run<T>(work: (duck: DuckDBConnection, signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Ends what runs, waits for it, and takes nothing more. */
  end(): Promise<void>;
}

/** How often a statement that is to end is told so: DuckDB forgets it if the statement has not begun. */
const interruptEveryMs = 20;

/** @param queueLength so many may wait for their turn */
export function createTurns(
  connect: () => Promise<DuckDBConnection>,
  { atOnce, queueLength }: { readonly atOnce: number; readonly queueLength: number },
): Turns {
  const turns = bulkhead(atOnce, queueLength);
  const idle: DuckDBConnection[] = [];
  const running = new Map<AbortController, Promise<unknown>>();
  let ended = false;

  type Work<T> = (duck: DuckDBConnection, signal: AbortSignal) => Promise<T>;

  async function inTurn<T>(work: Work<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    const duck = idle.pop() ?? (await connect());
    try {
      return await whileWanted(duck, signal, () => work(duck, signal));
    } finally {
      idle.push(duck);
    }
  }

  async function run<T>(work: Work<T>, signal?: AbortSignal): Promise<T> {
    if (ended) throw mirrorClosed();
    signal?.throwIfAborted();
    const stop = new AbortController();
    const abort = () => stop.abort(signal?.reason);
    signal?.addEventListener('abort', abort);
    let begun = false;
    // Not by the bulkhead's own signal: a turn that is over before it begins would leave those behind it without theirs.
    const working = turns.execute(() => {
      begun = true;
      return inTurn(work, stop.signal);
    });
    const givenUp = new Promise<never>((_, reject) => {
      stop.signal.addEventListener('abort', () => {
        if (!begun) reject(stop.signal.reason);
      });
    });
    running.set(stop, working);
    const done = () => running.delete(stop);
    working.then(done, done);
    try {
      return await Promise.race([working, givenUp]);
    } catch (error) {
      if (!(error instanceof BulkheadRejectedError)) throw error;
      const message = `${queueLength} questions wait for the mirror already. Ask again in a moment.`;
      throw new FluxionError('MIRROR_BUSY', message, { cause: error });
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  return {
    run,
    async end() {
      ended = true;
      const works = [...running.values()];
      for (const stop of running.keys()) stop.abort(mirrorClosed());
      await Promise.allSettled(works);
    },
  };
}

/** What those get who still want something of a mirror that is being closed. */
export const mirrorClosed = () => new FluxionError('MIRROR_BEHIND', 'The mirror is closed.');

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
