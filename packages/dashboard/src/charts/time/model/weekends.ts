import { isWeekend, type BusinessDate } from '../../../range/index.ts';

/** First and last place of a stretch, both included. */
export type Stretch = readonly [first: number, last: number];

/** Beyond this many days weekends would be a grey haze. */
const MOST_DAYS = 100;

/** The weekends in a run of consecutive days; none if there are too many days to tell them apart. */
export function weekendStretches(dates: readonly BusinessDate[]): Stretch[] {
  if (dates.length > MOST_DAYS) return [];
  const stretches: Stretch[] = [];
  let first: number | null = null;
  for (const [index, date] of dates.entries()) {
    const ends = index === dates.length - 1 || !isWeekend(dates[index + 1] ?? '');
    if (!isWeekend(date)) continue;
    first ??= index;
    if (ends) {
      stretches.push([first, index]);
      first = null;
    }
  }
  return stretches;
}
