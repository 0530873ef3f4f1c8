import type { Need } from '../../base/index.ts';
import type { Applied, Detour } from '../answer.ts';
import type { Core } from '../core.ts';
import type { FenceReading } from '../notes/fence-reading.ts';
import { isLater } from '../snapshot/later.ts';
import { includes } from '../snapshot/snapshot.ts';

/**
 * What is known of the copy of the tables that a question needs: a state that it was in and, if there is one, a later
 * state of the database in which what the question needs was the same.
 */
export interface Proof {
  readonly judged: Applied;
  readonly same: Applied | undefined;
}

/** Judges the copy as it is now by a reading. All of it happens in one moment: no sync comes between. */
export function prove(core: Core, needs: readonly Need[], reading: FenceReading | undefined): Proof | Detour {
  const judged = core.ready(needs);
  if (typeof judged === 'string') return judged;
  return { judged, same: reading && !core.lacks(reading, needs) ? reading : undefined };
}

/**
 * The latest state of the database that an answer is of which was read in the state `read`. Between that and the proof's
 * later state only what the question does not need has changed, so the answer would be the same there.
 */
export function stateOf(read: Applied, { judged, same }: Proof): Applied {
  const isProven = same !== undefined && includes(read.snapshot, judged.snapshot);
  return isProven && isLater(same, read) ? { snapshot: same.snapshot, time: same.time } : read;
}
