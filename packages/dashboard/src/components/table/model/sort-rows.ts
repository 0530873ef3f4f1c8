import { compareDecimals, isDecimal } from '../../../figures/index.ts';
import { isFigure, type CellValue, type Column, type Order } from './column.ts';

type Compare = (left: CellValue, right: CellValue) => number;

/** Rounding keeps the order: only decimals that round to the same number are compared digit by digit. */
const compareFigures: Compare = (left, right) => {
  const difference = Number(left) - Number(right);
  if (difference !== 0 || typeof left !== 'string' || typeof right !== 'string') return difference;
  return isDecimal(left) && isDecimal(right) ? compareDecimals(left, right) : 0;
};

function comparison(kind: Column<never>['kind'], tag: string): Compare {
  if (isFigure(kind) || kind === 'boolean') return compareFigures;
  if (kind !== 'text') return (left, right) => (left === right ? 0 : String(left) < String(right) ? -1 : 1);
  const collator = new Intl.Collator(tag, { numeric: true, sensitivity: 'base' });
  return (left, right) => collator.compare(String(left), String(right));
}

/**
 * The rows in that order; rows without a value stand last in both directions, equals as they came.
 *
 * @param tag BCP 47, for texts
 */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | null,
  tag: string,
): readonly Row[] {
  const column = columns.find(({ id }) => id === order?.column);
  if (order === null || column === undefined) return rows;
  const compare = comparison(column.kind, tag);
  const sign = order.descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: column.value(row) }))
    .toSorted((left, right) => {
      if (left.value === null || right.value === null)
        return Number(left.value === null) - Number(right.value === null);
      return sign * compare(left.value, right.value);
    })
    .map(({ row }) => row);
}
