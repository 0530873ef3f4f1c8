import type { Clock } from '../../packages/engine/src/sources/index.ts';

interface Timer {
  readonly ms: number;
  readonly callback: () => void;
}

/** A clock that stands still: pauses are over at once and noted, and limits of time lapse when a test says so. */
export class FakeClock implements Clock {
  readonly pauses: number[] = [];
  time = Date.UTC(2024, 4, 2, 12);
  readonly #timers = new Set<Timer>();
  readonly #waiting = new Map<number, () => void>();

  now(): number {
    return this.time;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { ms, callback };
    this.#timers.add(timer);
    this.#waiting.get(ms)?.();
    return () => this.#timers.delete(timer);
  }

  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.pauses.push(ms);
  }

  /** Lets the limit of so many milliseconds lapse, once it is set. */
  async lapse(ms: number): Promise<void> {
    const set = () => [...this.#timers].find((timer) => timer.ms === ms);
    if (set() === undefined) await new Promise<void>((resolve) => this.#waiting.set(ms, resolve));
    this.#waiting.delete(ms);
    const timer = set();
    if (timer !== undefined) this.#timers.delete(timer);
    timer?.callback();
  }
}
