import { addDays, daysBetween } from '../../base/index.ts';
import { localDate } from '../clock/zone.ts';
import { lastSlot } from './slots.ts';

/** When a source is asked. */
export interface DueSource {
  readonly name: string;
  /** False: what it answers is of the moment that it is asked at (a stock count), so a past day is never asked for. */
  readonly answersPast: boolean;
  /** The current day is asked for this often; null: not before it is over. */
  readonly everyMinutes: number | null;
  /** The whole previous day is asked for at this time of the store's own, HH:MM; null: as soon as it is over. */
  readonly dailyAt: string | null;
  /** The schedule begins here: nothing was due before. */
  readonly since: Date;
  /** The stores that it has. */
  readonly stores: readonly DueStore[];
}

export interface DueStore {
  /** Null: the source is asked once for the whole chain. */
  readonly id: string | null;
  /** IANA. */
  readonly zone: string;
}

/** A store's business day, as one source delivers it. */
export interface UnitKey {
  readonly source: string;
  readonly store: string | null;
  /** YYYY-MM-DD. */
  readonly date: string;
}

/** What became of a unit when its source was last asked for it. */
export interface AskedUnit extends UnitKey {
  /** When the question was put: what was sold later is not in the answer. */
  readonly asked: Date;
  readonly succeeded: boolean;
}

export interface DueUnit extends UnitKey {
  /** Since when it is due. */
  readonly since: Date;
}

/** Days that are older are left to `fluxion recover`: they have been down or failing for too long to go unnoticed. */
export const daysBack = 31;

/** One text for each unit: texts of names hold no line breaks. */
export function unitKey({ source, store, date }: UnitKey): string {
  return [source, store ?? '', date].join('\n');
}

/**
 * The units whose sources should have been asked by now and have not been since: the last days first. Each is due once,
 * however many of its moments have passed meanwhile, and none is skipped within `daysBack`.
 */
export function dueUnits(now: Date, sources: readonly DueSource[], asked: readonly AskedUnit[]): readonly DueUnit[] {
  const known = new Map(asked.map((unit) => [unitKey(unit), unit]));
  const due = sources.flatMap((source) => source.stores.flatMap((store) => dueOfStore(now, source, store, known)));
  return due.toSorted((a, b) => daysBetween(a.date, b.date) || a.since.getTime() - b.since.getTime());
}

function dueOfStore(
  now: Date,
  source: DueSource,
  store: DueStore,
  known: ReadonlyMap<string, AskedUnit>,
): readonly DueUnit[] {
  const today = localDate(now, store.zone);
  // The day before the schedule began may end after that.
  const earliest = addDays(localDate(source.since, store.zone), -1);
  const first = source.answersPast ? ([earliest, addDays(today, -daysBack)].toSorted().at(-1) ?? today) : today;
  const dates = Array.from({ length: Math.max(0, daysBetween(first, today) + 1) }, (_, index) => addDays(first, index));
  return dates.flatMap((date) => {
    const key = { source: source.name, store: store.id, date };
    const before = known.get(unitKey(key));
    const since = lastSlot(source, store.zone, date, now, before?.succeeded === false);
    if (since === undefined || since <= source.since) return [];
    return before === undefined || before.asked < since ? [{ ...key, since }] : [];
  });
}
