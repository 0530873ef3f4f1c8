import { addDays } from '../../base/index.ts';
import { instantOf } from '../clock/zone.ts';
import type { DueSource } from './due-units.ts';

const minuteMs = 60_000;

/** A past day that failed is asked for again at the same time of so many more days. */
const moreNights = 6;

/**
 * The last moment, not after `now`, at which a store's day should be asked for; undefined if there was none yet. While the
 * day runs these are every so many minutes since its begin; once it is over, one more at the source's time of the next
 * morning; and if it failed when it was last asked for (`again`), at that time of the following days too.
 */
export function lastSlot(
  source: Pick<DueSource, 'answersPast' | 'everyMinutes' | 'dailyAt'>,
  zone: string,
  date: string,
  now: Date,
  again: boolean,
): Date | undefined {
  const { answersPast, dailyAt } = source;
  const time = dailyAt ?? '00:00';
  const nights = answersPast ? Array.from({ length: again ? 1 + moreNights : 1 }, (_, index) => index + 1) : [];
  const mornings = nights.map((days) => instantOf(addDays(date, days), time, zone));
  // What knows no past is asked at its time of the day itself.
  if (!answersPast && dailyAt !== null) mornings.push(instantOf(date, dailyAt, zone));
  const begin = instantOf(date, '00:00', zone);
  const end = instantOf(addDays(date, 1), '00:00', zone);
  return [...mornings, duringDay(source.everyMinutes, begin, end, now)]
    .filter((slot): slot is Date => slot !== undefined && slot <= now)
    .toSorted((a, b) => b.getTime() - a.getTime())[0];
}

/** The last of the moments between a day's begin and its end; by the clock that runs on, whatever the clocks on the wall do. */
function duringDay(everyMinutes: number | null, begin: Date, end: Date, now: Date): Date | undefined {
  if (everyMinutes === null || now <= begin) return undefined;
  const step = everyMinutes * minuteMs;
  const until = Math.min(now.getTime(), end.getTime() - 1);
  const steps = Math.floor((until - begin.getTime()) / step);
  return steps < 1 ? undefined : new Date(begin.getTime() + steps * step);
}
