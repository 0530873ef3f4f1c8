import { addDays, startOfMonth, startOfYear } from './business-date.ts';
import { sameRange, type DateRange } from './date-range.ts';

export const presetNames = ['days7', 'days30', 'days90', 'month', 'year', 'all'] as const;

/** A range that is named by what it means, counted back from the last day of the data. */
export type PresetName = (typeof presetNames)[number];

/** Shown when the address names no range. */
export const DEFAULT_PRESET: PresetName = 'days30';

/**
 * The days that a preset stands for. It is counted from the data's last day, not from the clock: the data may end in
 * the past, and a store's today is not the browser's. It never starts before the data does.
 */
export function presetRange(name: PresetName, data: DateRange): DateRange {
  const from = presetStart(name, data);
  return { from: from < data.from ? data.from : from, to: data.to };
}

function presetStart(name: PresetName, data: DateRange): string {
  switch (name) {
    case 'days7':
      return addDays(data.to, -6);
    case 'days30':
      return addDays(data.to, -29);
    case 'days90':
      return addDays(data.to, -89);
    case 'month':
      return startOfMonth(data.to);
    case 'year':
      return startOfYear(data.to);
    case 'all':
      return data.from;
  }
}

/** The preset that stands for exactly these days, if any; the first in the order of `presetNames`. */
export function presetOf(range: DateRange, data: DateRange): PresetName | undefined {
  return presetNames.find((name) => sameRange(presetRange(name, data), range));
}
