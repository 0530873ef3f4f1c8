import type { AnswerTo } from '../../../client/index.ts';
import {
  addDays,
  covers,
  eachDay,
  intersection,
  lengthInDays,
  shiftRange,
  type BusinessDate,
  type DateRange,
} from '../../../range/index.ts';
import { YEAR_DAYS } from './compared.ts';

export type DayRow = AnswerTo<'compararVentasPorDia'>['datos'][number];

/** What the days are held against. */
export type Against = 'previous' | 'year';

/** A day and the day it is compared with. Amounts are exact decimals; null where there are no data. */
export interface DayPair {
  readonly date: BusinessDate;
  readonly sales: string | null;
  readonly comparedDate: BusinessDate;
  readonly comparedSales: string | null;
}

/** The days of a range beside those they are compared with. */
export interface Days {
  /** Every day of the range that lies within the data, in order. A day without data is a gap, not left out. */
  readonly days: readonly DayPair[];
  /** How many days of the whole range have no sales, those outside the data included. */
  readonly missing: number;
  /** How many days before each day its compared one lies; null if there is nothing to compare with. */
  readonly shift: number | null;
}

const WEEK = 7;

/**
 * How many days back the period before is drawn: whole weeks, as many as the range holds, so that a Saturday stands over a
 * Saturday. A range of less than a week is compared with the one right before it.
 */
export function weeklyShift(range: DateRange): number {
  const length = lengthInDays(range);
  return length < WEEK ? length : length - (length % WEEK);
}

/** @param data all days that have data */
export function daysOf(range: DateRange, data: DateRange, rows: readonly DayRow[], against: Against): Days {
  const shift = against === 'year' ? YEAR_DAYS : weeklyShift(range);
  const known = knownSales(range, rows, against);
  const shown = intersection(range, data);
  const days = (shown === null ? [] : eachDay(shown)).map((date) => {
    const comparedDate = addDays(date, -shift);
    return {
      date,
      sales: known.get(date) ?? null,
      comparedDate,
      comparedSales: known.get(comparedDate) ?? null,
    };
  });
  return {
    days,
    missing: lengthInDays(range) - days.filter(({ sales }) => sales !== null).length,
    shift: covers(data, range) && covers(data, shiftRange(range, -shift)) ? shift : null,
  };
}

/** Sales by their own day. A row's days without lines are unknown, not zero. */
function knownSales(range: DateRange, rows: readonly DayRow[], against: Against): Map<BusinessDate, string> {
  const length = lengthInDays(range);
  const known = new Map<BusinessDate, string>();
  for (const row of rows) {
    if (row.lineas > 0) known.set(row.fecha, row.venta_total);
    if (against === 'year') {
      if (row.lineas_anio_anterior > 0) known.set(addDays(row.fecha, -YEAR_DAYS), row.venta_total_anio_anterior);
    } else if (row.lineas_anterior > 0) {
      known.set(addDays(row.fecha, -length), row.venta_total_anterior);
    }
  }
  return known;
}

/** Every day of the range that lies within the data, in order; null where it has no lines. */
export function coursesOf(range: DateRange, data: DateRange, rows: readonly DayRow[]): (DayRow | null)[] {
  const known = new Map(rows.filter(({ lineas }) => lineas > 0).map((row) => [row.fecha, row]));
  const shown = intersection(range, data);
  return (shown === null ? [] : eachDay(shown)).map((date) => known.get(date) ?? null);
}
