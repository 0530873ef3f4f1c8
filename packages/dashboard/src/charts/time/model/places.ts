import { addDays, type BusinessDate, type DateRange } from '../../../range/index.ts';
import type { Step, TimeLine, TimePoint } from './types.ts';

/** The step after that one. */
export function nextStep(date: BusinessDate, by: Step): BusinessDate {
  if (by !== 'month') return addDays(date, by === 'day' ? 1 : 7);
  // From the first day of a month, 31 days always lie in the next one.
  return `${addDays(`${date.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
}

/** The last day of the step that begins there. */
export function lastDayOf(date: BusinessDate, by: Step): BusinessDate {
  return addDays(nextStep(date, by), -1);
}

/** Every step from the first that a line has a point at to the last one: what no line knows of is a gap, not left out. */
export function placesOf(lines: readonly Pick<TimeLine, 'points'>[], by: Step): BusinessDate[] {
  const dates = lines.flatMap(({ points }) => points.map(({ date }) => date)).toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const places: BusinessDate[] = [];
  for (let date = first; date <= last; date = nextStep(date, by)) places.push(date);
  return places;
}

/** A line's point at each place. */
export function pointsAt(places: readonly BusinessDate[], points: readonly TimePoint[]): (TimePoint | null)[] {
  const known = new Map(points.map((point) => [point.date, point]));
  return places.map((date) => known.get(date) ?? null);
}

/** The days from one place to another, whichever is first; null where there is no such place. */
export function daysFrom(places: readonly BusinessDate[], one: number, other: number, by: Step): DateRange | null {
  const [first, last] = [places[Math.min(one, other)], places[Math.max(one, other)]];
  return first === undefined || last === undefined ? null : { from: first, to: lastDayOf(last, by) };
}
