import { RequestProblem } from '../problems/problem.ts';

/** As long as a request waits for a connection. */
const patienceMs = 10_000;
const retryAfterSeconds = '30';

/**
 * Lets so many go on at a time; the others wait in line. One caller has at most half of the turns, so that a few slow readers
 * of theirs keep nobody else waiting.
 */
export class Turns {
  #free: number;
  readonly #mostOfOne: number;
  readonly #held = new Map<string, number>();
  /** What lets each of them go, and who they are, in the order they came. */
  readonly #waiting = new Map<() => void, string>();

  constructor(atOnce: number) {
    this.#free = atOnce;
    this.#mostOfOne = Math.ceil(atOnce / 2);
  }

  /**
   * Waits for a turn.
   * @returns what ends it, to be called once
   * @throws RequestProblem TOO_MANY_EXPORTS if it takes too long; the signal's reason if that aborts
   */
  async take(signal: AbortSignal, caller: string): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#mayGo(caller)) this.#count(caller, 1);
    else await this.#next(signal, caller);
    return () => {
      this.#count(caller, -1);
      for (const [go, next] of this.#waiting) {
        if (this.#mayGo(next)) go();
      }
    };
  }

  #mayGo(caller: string): boolean {
    return this.#free > 0 && (this.#held.get(caller) ?? 0) < this.#mostOfOne;
  }

  #count(caller: string, turns: 1 | -1): void {
    this.#free -= turns;
    const held = (this.#held.get(caller) ?? 0) + turns;
    if (held === 0) this.#held.delete(caller);
    else this.#held.set(caller, held);
  }

  #next(signal: AbortSignal, caller: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', leave);
        this.#waiting.delete(go);
        settle();
      };
      const go = end(() => {
        this.#count(caller, 1);
        resolve();
      });
      const leave = end(() => reject(signal.reason));
      const giveUp = end(() => {
        reject(new RequestProblem('TOO_MANY_EXPORTS', { headers: { 'retry-after': retryAfterSeconds } }));
      });
      const timer = setTimeout(giveUp, patienceMs);
      signal.addEventListener('abort', leave);
      this.#waiting.set(go, caller);
    });
  }
}
