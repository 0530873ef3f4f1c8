import type { AnswerTo } from '../../../client/index.ts';
import { sumDecimals } from '../../../figures/index.ts';
import { addDays, startOfMonth, weekday, type BusinessDate } from '../../../range/index.ts';

export type SeriesDay = AnswerTo<'verSerieProducto'>['datos'][number];
export type Step = 'day' | 'week' | 'month';

/** A day, a week or a month of a product: what there was at its end, and what was sold in it. */
export interface CoursePlace {
  /** The day, the week's Monday or the month's first day. */
  readonly date: BusinessDate;
  /** Null where nobody knows. */
  readonly stock: string | null;
  /** Of how many stores the stock is known. */
  readonly stores: number;
  readonly units: string;
  readonly sales: string;
}

/** So many days are drawn one by one; more of them as weeks, and beyond those as months. */
const MOST_DAYS = 120;
const MOST_WEEKS_DAYS = 550;

export function stepOf(days: number): Step {
  if (days <= MOST_DAYS) return 'day';
  return days <= MOST_WEEKS_DAYS ? 'week' : 'month';
}

const MONDAY = 1;

function placeOf(date: BusinessDate, by: Step): BusinessDate {
  if (by === 'day') return date;
  return by === 'month' ? startOfMonth(date) : addDays(date, -((weekday(date) - MONDAY + 7) % 7));
}

/** The days in order, put together by the step: the stock is that of the last day of which it is known. */
export function courseOf(days: readonly SeriesDay[], by: Step): CoursePlace[] {
  const groups = new Map<BusinessDate, SeriesDay[]>();
  for (const day of days) {
    const place = placeOf(day.fecha, by);
    const group = groups.get(place);
    if (group === undefined) groups.set(place, [day]);
    else group.push(day);
  }
  return [...groups].map(([date, group]) => {
    const known = group.findLast(({ existencia }) => existencia !== null);
    return {
      date,
      stock: known?.existencia ?? null,
      stores: known?.tiendas ?? 0,
      units: sumDecimals(group.map(({ unidades }) => unidades)),
      sales: sumDecimals(group.map(({ venta_total }) => venta_total)),
    };
  });
}

/** Whether there is anything to draw. */
export function isBlank(days: readonly SeriesDay[]): boolean {
  return days.every(({ existencia, lineas }) => existencia === null && lineas === 0);
}
