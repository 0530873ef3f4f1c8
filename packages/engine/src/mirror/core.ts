import type { Need, RawRow } from '../base/index.ts';
import type { Applied, Detour } from './answer.ts';
import type { FenceReading } from './notes/fence-reading.ts';
import type { Snapshot } from './snapshot/snapshot.ts';

export type { Applied, Detour, FenceReading, Snapshot };

/** What DuckDB has answered, and the state that it was in. */
export interface MirrorRead {
  readonly rows: readonly RawRow[];
  readonly applied: Applied;
}

/** The copy, as whoever asks it needs it. */
export interface Core {
  /** The state that the copy of these tables is in, or why there is none to ask. */
  ready(needs: readonly Need[]): Applied | Detour;
  /** Asks PostgreSQL what has changed since the state that the file is in. @throws what the database says, or the signal's reason */
  fence(signal: AbortSignal | undefined): Promise<FenceReading>;
  /** Whether the copy lacks something that the needs name, by this reading. */
  lacks(reading: FenceReading, needs: readonly Need[]): boolean;
  /**
   * Brings the copy to the reading's state or a later one, in one turn with whoever else waits. A sync goes on when nobody
   * waits any longer.
   * @throws FluxionError MIRROR_BEHIND if that fails, with the reason
   */
  catchUp(reading: FenceReading): Promise<void>;
  /**
   * Runs one statement of DuckDB's, with its parameters, and tells the state in which it ran; `$1` stands for the first
   * parameter. It waits for its turn: only so many run at a time. In that state the copies of the tables that are needed
   * were whole.
   * @throws FluxionError MIRROR_BUSY if too many wait, MIRROR_BEHIND if a copy was being built; what DuckDB says; or the
   * signal's reason
   */
  read(
    sql: string,
    values: readonly unknown[],
    signal: AbortSignal | undefined,
    needs: readonly Need[],
  ): Promise<MirrorRead>;
}
