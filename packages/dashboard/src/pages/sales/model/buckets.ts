import {
  addDays,
  covers,
  eachDay,
  previousRange,
  shiftRange,
  startOfMonth,
  weekday,
  type BusinessDate,
  type DateRange,
} from '../../../range/index.ts';
import type { Comparison, Granularity } from '../address/index.ts';
import { groupedBy } from './grouped.ts';
import { sumTallies, tallyOf, type FiguresRow, type Tally } from './tally.ts';

/** So many days before, the weekday is the same, and it is almost a year. */
const YEAR = 364;

/** A day, a week or a month of the range, as far as it lies within. */
export interface Bucket {
  /** Where it begins: the day, the week's Monday, the month's first; it may lie before the range. */
  readonly start: BusinessDate;
  readonly range: DateRange;
  /** Null: there are no data. */
  readonly now: Tally | null;
  /** The days that it is compared with; null if nothing is. */
  readonly comparedWith: DateRange | null;
  readonly before: Tally | null;
}

/** What is compared with: the API's names of a row's other figures end so. */
export type Suffix = '_anterior' | '_anio_anterior';

export const suffixes: Record<Exclude<Comparison, 'nada'>, Suffix> = {
  anterior: '_anterior',
  anio: '_anio_anterior',
};

type Suffixed<S extends string> = { readonly [Name in keyof FiguresRow as `${Name}${S}`]: FiguresRow[Name] };
/** A row of an answer with the figures of the other periods beside its own. */
export type ComparedRow = FiguresRow & Suffixed<'_anterior'> & Suffixed<'_anio_anterior'>;
export type ComparedDay = ComparedRow & { readonly fecha: BusinessDate };

/** The figures of another period in a row. */
export function tallyBefore(row: ComparedRow, comparison: Exclude<Comparison, 'nada'>): Tally | null {
  const suffix = suffixes[comparison];
  const facturas = row[`facturas${suffix}`];
  return tallyOf({
    venta_total: row[`venta_total${suffix}`],
    unidades: row[`unidades${suffix}`],
    venta_con_costo: row[`venta_con_costo${suffix}`],
    costo: row[`costo${suffix}`],
    margen: row[`margen${suffix}`],
    lineas: row[`lineas${suffix}`],
    lineas_devueltas: row[`lineas_devueltas${suffix}`],
    ...(facturas === undefined ? {} : { facturas }),
  });
}

/**
 * The days that a range is compared with; null if nothing is, or if either is not wholly within the data: half a period would
 * make every change look like growth or collapse.
 */
export function comparedRange(range: DateRange, comparison: Comparison, data: DateRange): DateRange | null {
  if (comparison === 'nada') return null;
  const before = comparison === 'anterior' ? previousRange(range) : shiftRange(range, -YEAR);
  return before && covers(data, range) && covers(data, before) ? before : null;
}

function startOf(day: BusinessDate, by: Granularity): BusinessDate {
  if (by === 'mes') return startOfMonth(day);
  // Weeks begin on Monday: 1 of a week that counts from Sunday.
  return by === 'semana' ? addDays(day, -((weekday(day) + 6) % 7)) : day;
}

/** The parts of a range, in their order; the first and the last end with it. */
export function partsOf(range: DateRange, by: Granularity): DateRange[] {
  const parts = groupedBy(eachDay(range), (day) => startOf(day, by));
  return [...parts.values()].map((days) => ({ from: days[0] ?? range.from, to: days.at(-1) ?? range.to }));
}

/**
 * The range in days, weeks or months, summed from its days: so a week that is cut off by the range is compared with just as
 * many days.
 */
export function bucketsOf(
  days: readonly ComparedDay[],
  { range, by, comparison, before }: BucketsInput,
): readonly Bucket[] {
  const rows = new Map(days.map((day) => [day.fecha, day]));
  const shift = before === null ? 0 : eachDay({ from: before.from, to: range.from }).length - 1;
  return partsOf(range, by).map((part) => {
    const present = eachDay(part).flatMap((day) => rows.get(day) ?? []);
    return {
      start: startOf(part.from, by),
      range: part,
      now: sumTallies(present.map(tallyOf)),
      comparedWith: before && shiftRange(part, -shift),
      before:
        before === null || comparison === 'nada'
          ? null
          : sumTallies(present.map((day) => tallyBefore(day, comparison))),
    };
  });
}

export interface BucketsInput {
  readonly range: DateRange;
  readonly by: Granularity;
  readonly comparison: Comparison;
  /** What `comparedRange` says. */
  readonly before: DateRange | null;
}

/** The finest granularity that stays readable over so many days. */
export function readableBy(range: DateRange, mostColumns: number): Granularity {
  const fits = (by: Granularity) => partsOf(range, by).length <= mostColumns;
  return fits('dia') ? 'dia' : fits('semana') ? 'semana' : 'mes';
}
