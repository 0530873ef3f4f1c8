import { RequestProblem } from '../problems/problem.ts';

/** As long as a request waits for a connection. */
const patienceMs = 10_000;
const retryAfterSeconds = '30';

/** Lets so many go on at a time; the others wait in line. */
export class Turns {
  #free: number;
  readonly #waiting = new Set<() => void>();

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /**
   * Waits for a turn.
   * @returns what ends it, to be called once
   * @throws RequestProblem TOO_MANY_EXPORTS if it takes too long; the signal's reason if that aborts
   */
  async take(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#free === 0) await this.#next(signal);
    else this.#free--;
    return () => {
      const [first] = this.#waiting;
      if (first === undefined) this.#free++;
      else first();
    };
  }

  #next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', leave);
        this.#waiting.delete(go);
        settle();
      };
      const go = end(resolve);
      const leave = end(() => reject(signal.reason));
      const giveUp = end(() => {
        reject(new RequestProblem('TOO_MANY_EXPORTS', { headers: { 'retry-after': retryAfterSeconds } }));
      });
      const timer = setTimeout(giveUp, patienceMs);
      signal.addEventListener('abort', leave);
      this.#waiting.add(go);
    });
  }
}
