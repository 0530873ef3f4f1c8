import type { VentaDia } from '../../client/index.ts';
import {
  addDays,
  covers,
  eachDay,
  intersection,
  lengthInDays,
  shiftRange,
  type BusinessDate,
  type DateRange,
} from '../../range/index.ts';

/** A day and the day it is compared with. Amounts are exact decimals; null where there are no data. */
export interface DailySales {
  readonly date: BusinessDate;
  readonly sales: string | null;
  readonly previousDate: BusinessDate;
  readonly previousSales: string | null;
}

/** The days of a range beside those they are compared with. */
export interface DailySeries {
  /** Every day of the range that lies within the data, in order. A day without data is a gap, not left out. */
  readonly days: readonly DailySales[];
  /** The first and the last of them; null if there are none. */
  readonly shown: DateRange | null;
  /** How many days of the whole range have no sales, those outside the data included. */
  readonly missingDays: number;
  /** How many days before each day its compared one lies; null if there is nothing to compare with. */
  readonly shiftDays: number | null;
}

const WEEK = 7;

/**
 * How many days back to compare with: whole weeks, as many as the range holds, so that a Saturday stands over a Saturday.
 * The days compared are thus those of the range before, moved towards this one by up to six days. A range of less than a
 * week is compared with the one right before it.
 */
export function comparisonShift(range: DateRange): number {
  const length = lengthInDays(range);
  return length < WEEK ? length : length - (length % WEEK);
}

/**
 * @param data all days that have data
 * @param known sales of the range and of the range of the same length before it
 */
export function dailySeries(range: DateRange, data: DateRange, known: readonly VentaDia[]): DailySeries {
  const shift = comparisonShift(range);
  const shown = intersection(range, data);
  const sales = new Map(known.map((day) => [day.fecha, day.venta_total]));
  const days = (shown === null ? [] : eachDay(shown)).map((date) => {
    const previousDate = addDays(date, -shift);
    return {
      date,
      sales: sales.get(date) ?? null,
      previousDate,
      previousSales: sales.get(previousDate) ?? null,
    };
  });
  return {
    days,
    shown,
    missingDays: lengthInDays(range) - days.filter((day) => day.sales !== null).length,
    shiftDays: covers(data, shiftRange(range, -shift)) ? shift : null,
  };
}
