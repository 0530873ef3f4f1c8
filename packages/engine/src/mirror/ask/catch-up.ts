import { setTimeout as sleep } from 'node:timers/promises';
import type { FenceReading } from '../notes/fence-reading.ts';
import type { Asked } from './asked.ts';

/** The longest that a timer can be set to. */
const longestMs = 2 ** 31 - 1;

/**
 * Has the copy brought to the reading's state, and waits for it as long as the question's budget allows. It goes on when
 * the question no longer waits.
 * @returns whether it is there
 * @throws the reason of the question's signal
 */
export async function catchUp(asked: Asked, reading: FenceReading): Promise<boolean> {
  const { core, at, budgetMs, signal, timings } = asked;
  signal.throwIfAborted();
  const began = performance.now();
  const left = Math.max(0, at.monotonic + budgetMs - began);
  const waiting = new AbortController();
  try {
    return await Promise.race([
      core.catchUp(reading).then(() => true),
      sleep(Math.min(left, longestMs), false, { signal: AbortSignal.any([signal, waiting.signal]) }),
    ]);
  } catch (error) {
    signal.throwIfAborted();
    asked.onFailure(error);
    return false;
  } finally {
    waiting.abort();
    timings.syncMs = performance.now() - began;
  }
}
