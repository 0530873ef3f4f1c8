import type { ChangedUnit } from '../declared.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** What PostgreSQL says has changed since a snapshot. */
export interface FenceReading {
  /** The older snapshot. */
  readonly since: Snapshot;
  /** The state that this was read in. */
  readonly snapshot: Snapshot;
  /** By PostgreSQL's clock: ISO-8601 in UTC. */
  readonly time: string;
  /**
   * The end of each transaction that the state has seen is on the server's disk. If it is not, a crash undoes it and gives
   * its id to another: who remembers the snapshot would take that one for seen.
   */
  readonly isLasting: boolean;
  /** Names this history of this database: server, database and timeline. Another one's transaction ids mean something else. */
  readonly history: string;
  /** Units with a note that the older snapshot does not see, each once; at most as many as asked for. */
  readonly changed: readonly ChangedUnit[];
  /** There are more. */
  readonly more: boolean;
  /** Of each declared table by id: a fingerprint of its columns, partitions, files and triggers. Other than before: look. */
  readonly layouts: ReadonlyMap<number, string>;
  /** Notes of transactions before this one may have been removed: who has not seen all of those must begin anew. */
  readonly horizon: bigint;
}
