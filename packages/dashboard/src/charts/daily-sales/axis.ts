import { weekday, type BusinessDate } from '../../range/index.ts';
import type { DateFormat } from '../../i18n/index.ts';

/** Which days get a label under the chart, and what it says. */
export interface DayAxis {
  labelled(index: number): boolean;
  label(index: number): string;
}

/** Room for one label, in pixels. */
const LABEL_PX = 64;
const MONDAY = 1;

/** Labels of a day axis that is `width` pixels wide: days, Mondays, first days of months, or Januaries, as many as fit. */
export function dayAxis(dates: readonly BusinessDate[], width: number, format: DateFormat): DayAxis {
  const room = Math.max(2, Math.floor(width / LABEL_PX));
  const day = (index: number) => dates[index] ?? '';
  if (dates.length <= room) {
    return {
      labelled: () => true,
      label: (index) => (dates.length <= 10 ? `${format.weekday(day(index))} ` : '') + format.dayOfYear(day(index)),
    };
  }
  const step = stepOf(dates, room);
  const first = dates.findIndex((date) => step.starts(date));
  return {
    labelled: (index) =>
      step.starts(day(index)) && (step.every === 1 || step.ordinal(day(index), day(first)) % step.every === 0),
    label: (index) => step.label(day(index), format),
  };
}

interface Step {
  starts(date: BusinessDate): boolean;
  /** How many such starts lie between the two. */
  ordinal(date: BusinessDate, first: BusinessDate): number;
  label(date: BusinessDate, format: DateFormat): string;
  readonly every: number;
}

function stepOf(dates: readonly BusinessDate[], room: number): Step {
  const weeks = Math.ceil(dates.length / 7);
  // Up to half a year, weeks tell more than months.
  if (dates.length <= 120) return { ...weekly, every: Math.ceil(weeks / room) };
  const months = Math.ceil(dates.length / 30.4);
  const fitting = [1, 2, 3, 6].find((every) => months / every <= room);
  if (fitting !== undefined) return { ...monthly, every: fitting };
  return { ...yearly, every: Math.ceil(months / 12 / room) };
}

const DAY_MS = 86_400_000;

const weekly = {
  starts: (date: BusinessDate) => weekday(date) === MONDAY,
  ordinal: (date: BusinessDate, first: BusinessDate) =>
    Math.round((Date.parse(date) - Date.parse(first)) / (7 * DAY_MS)),
  label: (date: BusinessDate, format: DateFormat) => format.dayOfYear(date),
};

const monthly = {
  starts: (date: BusinessDate) => date.endsWith('-01'),
  // Counted from January, so that every third month is a quarter's first.
  ordinal: (date: BusinessDate) => Number(date.slice(5, 7)) - 1,
  label: (date: BusinessDate, format: DateFormat) => (date.endsWith('-01-01') ? date.slice(0, 4) : format.month(date)),
};

const yearly = {
  starts: (date: BusinessDate) => date.endsWith('-01-01'),
  ordinal: (date: BusinessDate) => Number(date.slice(0, 4)),
  label: (date: BusinessDate) => date.slice(0, 4),
};
