import type { BusinessDate, DateRange } from '../range/index.ts';

/** Ways to write business dates; no time zone moves them. */
export interface DateFormat {
  /** `15 nov 2025` */
  day(date: BusinessDate): string;
  /** `15 nov` */
  dayOfYear(date: BusinessDate): string;
  /** `sáb 15 nov 2025` */
  dayWithWeekday(date: BusinessDate): string;
  /** `sáb` */
  weekday(date: BusinessDate): string;
  /** `nov` */
  month(date: BusinessDate): string;
  /** `1 – 30 nov 2025`: what both dates share is written once. */
  range(range: DateRange): string;
  /** The time of an instant (milliseconds since 1970) where the browser is, `10:32 a. m.` */
  time(instantMs: number): string;
}

/** A range may wrap only after the dash. */
const EN_DASH = '\u00a0– ';
const NO_BREAK_SPACE = '\u00a0';

/** `locale` is BCP 47, `es-VE` for instance. */
export function createDateFormat(locale: string): DateFormat {
  const part = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (date: BusinessDate) => format.format(Date.parse(`${date}T00:00:00Z`)).replace(/\.$/, '');
  };
  const weekday = part({ weekday: 'short' });
  const month = part({ month: 'short' });
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });

  const year = (date: BusinessDate) => date.slice(0, 4);
  const dayNumber = (date: BusinessDate) => String(Number(date.slice(8)));
  const dayOfYear = (date: BusinessDate) => dayNumber(date) + NO_BREAK_SPACE + month(date);
  const day = (date: BusinessDate) => dayOfYear(date) + NO_BREAK_SPACE + year(date);

  const range = ({ from, to }: DateRange) => {
    if (from === to) return day(from);
    if (from.slice(0, 7) === to.slice(0, 7)) return dayNumber(from) + EN_DASH + day(to);
    return (year(from) === year(to) ? dayOfYear(from) : day(from)) + EN_DASH + day(to);
  };
  return {
    day,
    dayOfYear,
    dayWithWeekday: (date) => weekday(date) + NO_BREAK_SPACE + day(date),
    weekday,
    month,
    range,
    time: (instantMs) => clock.format(instantMs),
  };
}
