import type { FeedName } from '../../sources/index.ts';
import type { LedgerUnit } from '../ledger/units.ts';
import type { UnitReport } from '../report.ts';
import type { PlannedUnit } from './unit.ts';

/** What is to become of a unit. */
export interface Fate {
  readonly unit: PlannedUnit;
  /** Its number in the ledger. */
  readonly entry: string;
  /** Set where what is there stays: why. */
  readonly kept?: UnitReport;
}

export interface FateOptions {
  readonly feed: FeedName;
  /** Loads also what is there already, and nothing in the place of something. */
  readonly force: boolean;
  /** The other delivery of the same call that has brought the unit, if one has. */
  readonly broughtBy: (unit: PlannedUnit) => string | undefined;
}

/** Decides whether a unit replaces what the ledger says is there. The units' entries must be locked. */
export function fateOf(
  unit: PlannedUnit,
  entries: readonly LedgerUnit[],
  { feed, force, broughtBy }: FateOptions,
): Fate {
  const { ubicacionId, fecha, sums } = unit;
  const entry = entries.find((one) => one.ubicacionId === ubicacionId && one.fecha === fecha);
  const keep = (outcome: 'fallida' | 'igual', rows: number, message: string): Fate => ({
    unit,
    entry: entry?.id ?? '',
    kept: { ubicacionId, fecha, outcome, rows, sums: outcome === 'igual' ? sums : {}, message },
  });
  if (feed === 'ventas' && entry?.otherFeed) {
    return keep('fallida', 0, 'Its sales came with its receipts: load the facturas feed of this day instead.');
  }
  if (entry?.digest === unit.digest && !force) return keep('igual', unit.rows, 'The same rows are there already.');
  const other = broughtBy(unit);
  if (other !== undefined) {
    return keep(
      'fallida',
      0,
      `${other} holds other rows of the same store and day: load one of them, or say "parts": true in feed.json if together they are the day.`,
    );
  }
  if (unit.rows === 0 && entry && entry.rows > 0 && !force) {
    return keep('fallida', 0, `The delivery has no line, and the day has ${entry.rows}: --force takes them away.`);
  }
  return { unit, entry: entry?.id ?? '' };
}
