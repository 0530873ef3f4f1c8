import { compareDecimals } from '../../figures/index.ts';
import type { StoreRow } from './model.ts';

export const storeColumns = [
  'name',
  'sales',
  'share',
  'change',
  'receipts',
  'averageTicket',
  'units',
  'dataUntil',
] as const;
export type StoreColumn = (typeof storeColumns)[number];

/** By which column, and in which direction. */
export interface StoreOrder {
  readonly column: StoreColumn;
  readonly descending: boolean;
}

export const initialOrder: StoreOrder = { column: 'sales', descending: true };

/** The order after a click on a column: its natural direction first, then the other one. */
export function nextOrder(order: StoreOrder, column: StoreColumn): StoreOrder {
  if (order.column === column) return { column, descending: !order.descending };
  // Names read from A, and the oldest data are the ones to look at; of everything else, the most.
  return { column, descending: column !== 'name' && column !== 'dataUntil' };
}

/** A sorted copy. Rows without a value come last in either direction; equal rows keep their places. */
export function sortStores(rows: readonly StoreRow[], order: StoreOrder, locale: string): StoreRow[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  return rows.toSorted((left, right) => {
    const [a, b] = [left[order.column], right[order.column]];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const difference = compareCells(order.column, a, b, collator);
    return order.descending ? -difference : difference;
  });
}

function compareCells(column: StoreColumn, a: string | number, b: string | number, collator: Intl.Collator): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (column === 'name' || column === 'dataUntil') return collator.compare(String(a), String(b));
  return compareDecimals(String(a), String(b));
}
