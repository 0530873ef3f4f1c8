import type { DateFormat } from '../../../i18n/index.ts';
import type { DateRange } from '../../../range/index.ts';

/** What fits above a narrow column: the day of the month, and in a second line the month where another one begins. */
export function shortName(days: DateRange, before: DateRange | undefined, dates: DateFormat): string {
  const isNewMonth = before === undefined || before.from.slice(0, 7) !== days.from.slice(0, 7);
  const day = String(Number(days.from.slice(8)));
  return isNewMonth ? `${dates.month(days.from)}\n${day}` : day;
}
