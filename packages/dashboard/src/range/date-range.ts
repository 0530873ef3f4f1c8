import { addDays, daysBetween, FIRST_DATE, type BusinessDate } from './business-date.ts';

/** Business dates from `from` to `to`, both included; `from` is never after `to`. */
export interface DateRange {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** Number of days in the range; at least 1. */
export function lengthInDays(range: DateRange): number {
  return daysBetween(range.from, range.to) + 1;
}

/** Every day of the range, in order. */
export function eachDay(range: DateRange): BusinessDate[] {
  return Array.from({ length: lengthInDays(range) }, (_, index) => addDays(range.from, index));
}

/** The range of the same length that ends the day before this one starts; null if no date is early enough. */
export function previousRange(range: DateRange): DateRange | null {
  if (daysBetween(FIRST_DATE, range.from) < lengthInDays(range)) return null;
  const to = addDays(range.from, -1);
  return { from: addDays(to, 1 - lengthInDays(range)), to };
}

/** The range that many days later, or earlier for a negative number. */
export function shiftRange(range: DateRange, days: number): DateRange {
  return { from: addDays(range.from, days), to: addDays(range.to, days) };
}

/** Whether the two ranges name the same days. */
export function sameRange(left: DateRange, right: DateRange): boolean {
  return left.from === right.from && left.to === right.to;
}

/** Whether every day of `inner` is a day of `outer`. */
export function covers(outer: DateRange, inner: DateRange): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** The days that both ranges name, or null if there are none. */
export function intersection(left: DateRange, right: DateRange): DateRange | null {
  const from = left.from > right.from ? left.from : right.from;
  const to = left.to < right.to ? left.to : right.to;
  return from <= to ? { from, to } : null;
}

/** The last days of the range, at most `count` of them. */
export function lastDaysOf(range: DateRange, count: number): DateRange {
  const first = addDays(range.to, 1 - count);
  return range.from < first ? { from: first, to: range.to } : range;
}
