import { compareDecimals } from '../../../figures/index.ts';
import type { BusinessDate, DateRange } from '../../../range/index.ts';
import type { Granularity, Measure } from '../address/index.ts';
import { partsOf, readableBy } from './buckets.ts';
import { groupedBy } from './grouped.ts';
import { measured, sumTallies, tallyOf, type FiguresRow, type Tally } from './tally.ts';

/** More columns than this are too narrow to be pointed at. */
const MOST_COLUMNS = 62;

/** A heatmap: rows, columns, and what lies where they cross. */
export interface Grid<RowId extends string | number, Column> {
  readonly rows: readonly RowId[];
  readonly columns: readonly Column[];
  /** Null where there are no data. */
  readonly at: (row: number, column: number) => Tally | null;
}

export type StoreDay = FiguresRow & { readonly ubicacion_id: string; readonly fecha: BusinessDate };
export type WeekHour = FiguresRow & { readonly dia_semana: number; readonly hora: number | null };

function gridOf<RowId extends string | number, Column>(
  rows: readonly RowId[],
  columns: readonly Column[],
  cells: ReadonlyMap<string, Tally | null>,
): Grid<RowId, Column> {
  return { rows, columns, at: (row, column) => cells.get(`${row},${column}`) ?? null };
}

/** Of what the columns of `storeGrid` are. */
export function gridGranularity(range: DateRange): Granularity {
  return readableBy(range, MOST_COLUMNS);
}

/** Stores by the parts of the range (days, or weeks or months of a long one), the store that sold most first. */
export function storeGrid(days: readonly StoreDay[], range: DateRange): Grid<string, DateRange> {
  const columns = partsOf(range, gridGranularity(range));
  const byStore = groupedBy(days, (day) => day.ubicacion_id);
  const totals = new Map(
    [...byStore].map(([store, rows]) => [store, measured(sumTallies(rows.map(tallyOf)), 'ventas')]),
  );
  const stores = [...byStore.keys()].toSorted((a, b) => compareDecimals(totals.get(b) ?? '0', totals.get(a) ?? '0'));
  const cells = new Map<string, Tally | null>();
  for (const [row, store] of stores.entries()) {
    const byColumn = groupedBy(byStore.get(store) ?? [], ({ fecha }) =>
      columns.findIndex(({ from, to }) => from <= fecha && fecha <= to),
    );
    for (const [column, rows] of byColumn) cells.set(`${row},${column}`, sumTallies(rows.map(tallyOf)));
  }
  return gridOf(stores, columns, cells);
}

/** Monday to Sunday (1 to 7) by the hours of the day, from the first to the last with sales. */
export function hourGrid(hours: readonly WeekHour[]): Grid<number, number> {
  const known = hours.map(({ hora }) => hora).filter((hour) => hour !== null);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const columns = known.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const cells = new Map(
    hours.flatMap((row) => (row.hora === null ? [] : [[`${row.dia_semana - 1},${row.hora - first}`, tallyOf(row)]])),
  );
  return gridOf([1, 2, 3, 4, 5, 6, 7], columns, cells);
}

/** Lines that no hour is known of: they are in no cell. */
export function linesWithoutHour(hours: readonly WeekHour[]): number {
  return hours.filter(({ hora }) => hora === null).reduce((sum, { lineas }) => sum + lineas, 0);
}

/** The cells' values by their number, so that what a chart gives back as a float is written exactly. */
export function exactly(texts: Iterable<string | null>): ReadonlyMap<number, string> {
  return new Map([...texts].flatMap((text) => (text === null ? [] : [[Number(text), text]])));
}

/** The value for a chart to draw; null where there is none. */
export function drawn(tally: Tally | null, measure: Measure): number | null {
  const text = measured(tally, measure);
  return text === null ? null : Number(text);
}
