import { ExponentialBackoff, fullJitterGenerator, type IBackoff } from 'cockatiel';
import type { Clock } from '../clock.ts';
import { SourceFailure } from '../failure.ts';

/** A source that wants to be left alone longer than this is not waited for. */
const longestPauseMs = 120_000;

/** The first pause is up to 1 s long, each one after it up to twice as long as the one before. */
const backoff = new ExponentialBackoff({ generator: fullJitterGenerator, initialDelay: 1000, maxDelay: 30_000 });

/**
 * Asks until an answer comes, or a failure that does not pass, or so many attempts have failed. The loop is not cockatiel's
 * own, whose pauses no signal ends. Full jitter: M. Brooker, "Exponential Backoff And Jitter", AWS 2015.
 * @throws the last failure; the signal's reason
 */
export async function persist<T>(
  attempts: number,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
  ask: () => Promise<T>,
): Promise<T> {
  let pause: IBackoff<unknown> | undefined;
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof SourceFailure) || !error.passing) throw error;
      if (attempt >= attempts)
        throw attempts === 1 ? error : new SourceFailure(`${error.message}; asked ${attempts} times`, { cause: error });
      if (error.retryAfterMs > longestPauseMs) {
        const seconds = Math.round(error.retryAfterMs / 1000);
        throw new SourceFailure(`${error.message}; it wants to be left alone for ${seconds} s`, { cause: error });
      }
      pause = pause === undefined ? backoff.next() : pause.next(undefined);
      await clock.sleep(Math.max(pause.duration, error.retryAfterMs), signal);
    }
  }
}
