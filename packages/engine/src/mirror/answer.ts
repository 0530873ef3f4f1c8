import type { Snapshot } from './snapshot/snapshot.ts';

/**
 * How fresh an answer must be. `exact`: it includes every transaction that was committed before the question was asked,
 * by any session. `maxStalenessMs`: it may lack what was committed later than so long ago. `asOf`: it includes everything
 * that an earlier answer, or a writer, has seen (as `answer.asOf.snapshot` gives it, or `pg_current_snapshot()`, asked
 * after the COMMIT: within a transaction it leaves that transaction out).
 * Never does a mirror answer with less than it has answered with before.
 */
export type Freshness =
  | 'exact'
  | { readonly maxStalenessMs: number; readonly asOf?: string }
  | { readonly asOf: string };

/** The state of the database that an answer is of. */
export interface AsOf {
  /** As PostgreSQL's `pg_snapshot` prints it: to be given back as `asOf`. */
  readonly snapshot: string;
  /** When the database was in this state, by PostgreSQL's clock: ISO-8601 in UTC. */
  readonly time: string;
}

export interface Timings {
  /** Asking PostgreSQL whether the mirror lacks something; null if that was not needed. */
  readonly fenceMs: number | null;
  /** Waiting for what it lacked; null if nothing was waited for. */
  readonly syncMs: number | null;
  readonly queryMs: number;
}

/** Why PostgreSQL answered. */
export type Detour = 'off' | 'building' | 'not mirrored' | 'behind' | 'busy' | 'failed';

export interface Answer<Row> {
  readonly rows: readonly Row[];
  readonly engine: 'mirror' | 'postgres';
  /** If PostgreSQL answered: why. */
  readonly detour?: Detour;
  readonly asOf: AsOf;
  readonly timings: Timings;
}

/** The copy as of one moment: what a fence is asked against. */
export interface Applied {
  readonly snapshot: Snapshot;
  /** When the snapshot was taken, by PostgreSQL's clock. */
  readonly time: string;
}
