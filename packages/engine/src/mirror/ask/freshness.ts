import { FluxionError } from '../../base/index.ts';
import type { Applied, Freshness } from '../answer.ts';
import { includes, parseSnapshot, type Snapshot } from '../snapshot/snapshot.ts';

/** How fresh an answer must be, checked. */
export interface Wanted {
  /** Everything that was committed before the question was asked. */
  readonly isExact: boolean;
  /** By how much the answer may be behind the moment of the question; Infinity if that was not said. */
  readonly maxStalenessMs: number;
  readonly asOf: Snapshot | undefined;
}

/** What a state of the database must be for an answer of it to be given without a fence. */
export interface Demand {
  readonly atLeast: readonly Snapshot[];
  /** In milliseconds since 1970 by PostgreSQL's clock. */
  readonly notBefore: number;
}

/** @throws FluxionError INVALID_INPUT if it is not a freshness */
export function checkFreshness(freshness: Freshness): Wanted {
  if (freshness === 'exact') return { isExact: true, maxStalenessMs: 0, asOf: undefined };
  const asOf = freshness.asOf === undefined ? undefined : checkAsOf(freshness.asOf);
  if (!('maxStalenessMs' in freshness)) return { isExact: false, maxStalenessMs: Infinity, asOf };
  const { maxStalenessMs } = freshness;
  if (!(maxStalenessMs >= 0)) {
    throw new FluxionError('INVALID_INPUT', 'maxStalenessMs must be a number of milliseconds that is not negative.');
  }
  return { isExact: false, maxStalenessMs, asOf };
}

function checkAsOf(text: string): Snapshot {
  try {
    return parseSnapshot(text);
  } catch (error) {
    const advice = "Give `asOf.snapshot` of an earlier answer, or what PostgreSQL's pg_current_snapshot() says.";
    throw new FluxionError('INVALID_INPUT', `asOf is not a snapshot. ${advice}`, { cause: error });
  }
}

/**
 * @param floor what has been answered with before, in this process
 * @param now PostgreSQL's clock when the question was asked, or a later time
 */
export function demandOf({ isExact, maxStalenessMs, asOf }: Wanted, floor: Snapshot | undefined, now: number): Demand {
  const atLeast = [floor, asOf].filter((snapshot) => snapshot !== undefined);
  if (isExact) return { atLeast, notBefore: Infinity };
  return { atLeast, notBefore: maxStalenessMs === Infinity ? -Infinity : now - maxStalenessMs };
}

export function meets({ snapshot, time }: Applied, { atLeast, notBefore }: Demand): boolean {
  return Date.parse(time) >= notBefore && atLeast.every((older) => includes(snapshot, older));
}

/**
 * A state of the database as it is now includes each earlier one of the same database.
 * @throws FluxionError INVALID_INPUT
 */
export function refuseForeign({ asOf }: Wanted, now: Snapshot): void {
  if (asOf === undefined || includes(now, asOf)) return;
  throw new FluxionError(
    'INVALID_INPUT',
    'asOf is a snapshot that this database has not reached: it is of another database, or of a past that was lost. Ask without it.',
  );
}
