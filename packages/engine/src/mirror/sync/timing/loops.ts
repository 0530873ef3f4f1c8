import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../../../base/index.ts';
import type { MirrorLog } from '../../log.ts';

/** After an error it takes so much longer each time until the next turn, up to this. */
const mostPauseMs = 10_000;

export interface Repeated {
  readonly signal: AbortSignal;
  readonly log: MirrorLog;
  /** What is done, for the log. */
  readonly what: string;
  /** What does not go on at present, by `what` is done: kept up to date. */
  readonly problems: Map<string, string>;
}

/**
 * Runs `turn` again and again until the signal is aborted, with a pause of so many milliseconds as it gives back. What it
 * throws is logged once for as long as it says the same, and the pauses grow.
 */
export async function repeat(turn: () => Promise<number>, { signal, log, what, problems }: Repeated): Promise<void> {
  let last: string | undefined;
  let pauseMs = 0;
  while (!signal.aborted) {
    try {
      const next = await turn();
      if (last !== undefined) log.info(`${what} goes on`);
      last = undefined;
      problems.delete(what);
      pauseMs = next;
    } catch (error) {
      if (signal.aborted) return;
      const message = messageOf(error);
      if (message !== last) log.warn(`${what}: ${message}`);
      last = message;
      problems.set(what, message);
      pauseMs = Math.min(mostPauseMs, Math.max(500, pauseMs * 2));
    }
    await sleep(pauseMs, undefined, { signal }).catch(() => {});
  }
}
