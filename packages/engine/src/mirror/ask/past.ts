import type { FenceReading } from '../notes/fence-reading.ts';
import { includes, type Snapshot } from '../snapshot/snapshot.ts';

/** A moment by both of the process's clocks, in milliseconds: one can be set, the other one can stand still with the machine. */
export interface Instant {
  readonly monotonic: number;
  readonly wall: number;
}

export function instant(): Instant {
  return { monotonic: performance.now(), wall: Date.now() };
}

/** How much faster PostgreSQL's clock may run than this process's: what NTP corrects a clock by at most, twice. */
const drift = 0.001;

/** What a process has heard of PostgreSQL, and answered, so far. */
export class Past {
  #newest: Snapshot | undefined;
  #reading: FenceReading | undefined;
  /** PostgreSQL's clock showed `database` at `local` or later. */
  #clock: { readonly local: Instant; readonly database: number } | undefined;

  /** The newest state of the database that a question has been answered with. */
  get newest(): Snapshot | undefined {
    return this.#newest;
  }

  /** The last reading of a fence that a crash does not make untrue. */
  get reading(): FenceReading | undefined {
    return this.#reading;
  }

  /** What PostgreSQL's clock shows at most, in milliseconds since 1970; Infinity if it has never been heard of. */
  databaseTime(at: Instant): number {
    if (!this.#clock) return Infinity;
    const { local, database } = this.#clock;
    const elapsed = Math.max(0, at.monotonic - local.monotonic, at.wall - local.wall);
    return database + elapsed * (1 + drift);
  }

  hear(reading: FenceReading, asked: Instant): void {
    if (reading.isLasting) this.#reading = reading;
    // The text has microseconds, of which a Date keeps none.
    this.#clock = { local: asked, database: Date.parse(reading.time) + 1 };
  }

  answer(snapshot: Snapshot): void {
    if (!this.#newest || !includes(this.#newest, snapshot)) this.#newest = snapshot;
  }

  /**
   * Compares a state that PostgreSQL has just been in with an earlier one. It includes that, unless the database has been
   * restored, or has crashed and lost commits that it had not waited for: then what was answered with is no longer true.
   * @returns the earlier state if it still counts; else what PostgreSQL has just been in, which includes all that has been
   * answered since
   */
  floor(earlier: Snapshot | undefined, now: Snapshot): Snapshot | undefined {
    if (!earlier || includes(now, earlier)) return earlier;
    this.#newest = now;
    return now;
  }
}
