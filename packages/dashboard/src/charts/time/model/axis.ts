import type { DateFormat } from '../../../i18n/index.ts';
import { weekday, type BusinessDate } from '../../../range/index.ts';
import type { Step } from './types.ts';

/** A place of the axis with a label beneath it. */
export interface AxisLabel {
  readonly index: number;
  readonly text: string;
}

/** Room for one label, in pixels. */
const LABEL_PX = 64;
const MONDAY = 1;
const DAY_MS = 86_400_000;

/** Labels of a time axis that is `width` pixels wide: its steps, Mondays, months, or years, as many as fit. */
export function axisLabels(places: readonly BusinessDate[], by: Step, width: number, format: DateFormat): AxisLabel[] {
  const room = Math.max(2, Math.floor(width / LABEL_PX));
  if (places.length <= room) {
    const text = by === 'month' ? monthly(by).label : by === 'day' && places.length <= 10 ? weekdayToo : weekly.label;
    return places.map((date, index) => ({ index, text: text(date, format) }));
  }
  const scale = scaleOf(places, by, room);
  const first = places.find((date) => scale.starts(date)) ?? '';
  return places.flatMap((date, index) =>
    scale.starts(date) && scale.ordinal(date, first) % scale.every === 0
      ? [{ index, text: scale.label(date, format) }]
      : [],
  );
}

interface Scale {
  starts(date: BusinessDate): boolean;
  /** How many such starts lie between the two. */
  ordinal(date: BusinessDate, first: BusinessDate): number;
  label(date: BusinessDate, format: DateFormat): string;
}

const STEP_DAYS: Record<Step, number> = { day: 1, week: 7, month: 30.4 };

function scaleOf(places: readonly BusinessDate[], by: Step, room: number): Scale & { readonly every: number } {
  const days = places.length * STEP_DAYS[by];
  // Up to four months, weeks tell more than months.
  if (by !== 'month' && days <= 120) return { ...weekly, every: Math.ceil(days / 7 / room) };
  const months = Math.ceil(days / 30.4);
  const fitting = [1, 2, 3, 6].find((every) => months / every <= room);
  if (fitting !== undefined) return { ...monthly(by), every: fitting };
  return { ...yearly(by), every: Math.ceil(months / 12 / room) };
}

function weekdayToo(date: BusinessDate, format: DateFormat): string {
  return `${format.weekday(date)} ${format.dayOfYear(date)}`;
}

const weekly = {
  starts: (date: BusinessDate) => weekday(date) === MONDAY,
  ordinal: (date: BusinessDate, first: BusinessDate) =>
    Math.round((Date.parse(date) - Date.parse(first)) / (7 * DAY_MS)),
  label: (date: BusinessDate, format: DateFormat) => format.dayOfYear(date),
};

/** The first place of a month: of weeks, the first that begins in it. */
function startsMonth(date: BusinessDate, by: Step): boolean {
  return Number(date.slice(8)) <= (by === 'week' ? 7 : 1);
}

const monthly = (by: Step) => ({
  starts: (date: BusinessDate) => startsMonth(date, by),
  // Counted from January, so that every third month is a quarter's first.
  ordinal: (date: BusinessDate) => Number(date.slice(5, 7)) - 1,
  label: (date: BusinessDate, format: DateFormat) =>
    date.slice(5, 7) === '01' ? date.slice(0, 4) : format.month(date),
});

const yearly = (by: Step) => ({
  starts: (date: BusinessDate) => date.slice(5, 7) === '01' && startsMonth(date, by),
  ordinal: (date: BusinessDate) => Number(date.slice(0, 4)),
  label: (date: BusinessDate) => date.slice(0, 4),
});
