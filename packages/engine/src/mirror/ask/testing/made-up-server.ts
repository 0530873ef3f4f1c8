import type { Applied } from '../../answer.ts';
import { sees, type Snapshot } from '../../snapshot/snapshot.ts';

interface Write {
  readonly xid: bigint;
  readonly unit: string;
}

/** What a server knows of one table of two units, `a` and `b`: who wrote which, and who has committed when. */
export class MadeUpServer {
  readonly writes: Write[] = [];
  readonly committed = new Map<bigint, number>();
  /** In ascending order. */
  readonly running: bigint[] = [];
  #next = 3n;
  #latestEnded = 2n;
  /** By how much its clock is ahead of ours. */
  readonly #skewMs: number;

  constructor(skewMs: number) {
    this.#skewMs = skewMs;
  }

  clock(): number {
    return Date.now() + this.#skewMs;
  }

  /** Begins a transaction that has written to the unit. */
  begin(unit: string): bigint {
    const xid = this.#next++;
    this.running.push(xid);
    this.writes.push({ xid, unit });
    return xid;
  }

  end(xid: bigint, how: 'commit' | 'roll back'): void {
    this.running.splice(this.running.indexOf(xid), 1);
    if (xid > this.#latestEnded) this.#latestEnded = xid;
    if (how === 'commit') this.committed.set(xid, this.clock());
  }

  /** A transaction that nothing of the table is noted by, as there are many. */
  other(): void {
    this.#latestEnded = this.#next++;
  }

  /** Loses all that has ever happened, as a server does that is restored from a backup. */
  forget(): void {
    this.writes.length = 0;
    this.committed.clear();
    this.#next = 2n;
    this.#latestEnded = 1n;
  }

  now(): Applied {
    const xmax = this.#latestEnded + 1n;
    const running = this.running.filter((xid) => xid < xmax);
    return { snapshot: { xmin: running[0] ?? xmax, xmax, running }, time: new Date(this.clock()).toISOString() };
  }

  /** Who has written to the unit, as a reader with the snapshot finds it. */
  rowsOf(unit: string, snapshot: Snapshot): string {
    const seen = this.writes.filter((write) => write.unit === unit && this.#isIn(write.xid, snapshot));
    return seen.map(({ xid }) => String(xid)).join();
  }

  /** The units that have changed between two states. */
  changed(since: Snapshot, until: Snapshot): string[] {
    const units = this.writes.flatMap(({ xid, unit }) => (this.#isIn(xid, until) && !sees(since, xid) ? [unit] : []));
    return [...new Set(units)];
  }

  #isIn(xid: bigint, snapshot: Snapshot): boolean {
    return this.committed.has(xid) && sees(snapshot, xid);
  }
}
