import { setTimeout as sleep } from 'node:timers/promises';
import { availableMemoryBytes, FluxionError } from '../../base/index.ts';
import { SqlRefused } from './refused.ts';

/**
 * DuckDB does not count as memory what some aggregates hold (medians of ever more values), nor texts within a vector: so the
 * process is looked at, and the statement stopped when it has grown by this share of what there is.
 */
const growthShare = 0.4;
const watchEveryMs = 25;

interface StatementWatch {
  readonly signal: AbortSignal;
  begin(): void;
  end(): void;
}

/** Holds a statement to its time and its memory: aborts with the reason, from `begin` on. */
export function watchStatement(timeoutMs: number): StatementWatch {
  const late = new AbortController();
  let timers: NodeJS.Timeout[] = [];
  return {
    signal: late.signal,
    begin(): void {
      const most = process.memoryUsage.rss() + availableMemoryBytes() * growthShare;
      const look = () => {
        if (process.memoryUsage.rss() > most) late.abort(new SqlRefused('memory', ''));
      };
      const message = `The statement took longer than ${timeoutMs / 1000} s.`;
      const timeout = () => late.abort(new FluxionError('SQL_TIMEOUT', message));
      timers = [setTimeout(timeout, timeoutMs), setInterval(look, watchEveryMs)];
    },
    end(): void {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** Waits for work that may go on without it. @throws FluxionError MIRROR_BEHIND past the budget; the signal's reason */
export async function within(budgetMs: number, signal: AbortSignal, work: Promise<void>): Promise<void> {
  const waiting = new AbortController();
  const late = sleep(budgetMs, undefined, { signal: AbortSignal.any([signal, waiting.signal]) }).then(() => {
    throw new FluxionError('MIRROR_BEHIND', 'The copy could not be brought up to date in time. Ask again in a moment.');
  });
  try {
    await Promise.race([work, late]);
  } finally {
    waiting.abort();
    late.catch(() => {});
    work.catch(() => {});
  }
}
