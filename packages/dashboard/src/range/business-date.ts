/** A store's business date, `YYYY-MM-DD`. It names a day, not an instant: no time zone is involved. */
export type BusinessDate = string;

/** The days that the API takes, the first and the last: those of four-digit years from 1000 to 2999. */
export const FIRST_DATE: BusinessDate = '1000-01-01';
export const LAST_DATE: BusinessDate = '2999-12-31';

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** Midnight UTC of that day: a counting device only, never shown. */
function dayNumber(date: BusinessDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** Days beyond the bounds become the bound: a year of more or fewer than four digits is never written. */
function fromDayNumber(day: number): BusinessDate {
  const bounded = Math.min(Math.max(day, dayNumber(FIRST_DATE)), dayNumber(LAST_DATE));
  return new Date(bounded * DAY_MS).toISOString().slice(0, 10);
}

/** Whether the text is a day of the calendar within the API's bounds, written `YYYY-MM-DD` (`2025-02-30` is not). */
export function isBusinessDate(text: string): text is BusinessDate {
  if (!PATTERN.test(text)) return false;
  const day = dayNumber(text);
  return !Number.isNaN(day) && fromDayNumber(day) === text;
}

/** The date that many days later, or earlier for a negative number; `FIRST_DATE` or `LAST_DATE` if it lies beyond. */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Days from one date to another: 0 for the same day, negative if `to` is the earlier one. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The first day of the date's month. */
export function startOfMonth(date: BusinessDate): BusinessDate {
  return `${date.slice(0, 7)}-01`;
}

/** The first day of the date's year. */
export function startOfYear(date: BusinessDate): BusinessDate {
  return `${date.slice(0, 4)}-01-01`;
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(date: BusinessDate): number {
  // 1970-01-01 was a Thursday.
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** Saturday or Sunday. */
export function isWeekend(date: BusinessDate): boolean {
  const day = weekday(date);
  return day === 0 || day === 6;
}
