import { decimalText, type RawRow } from '../base/index.ts';

/** A row's value; null for NULL. @throws TypeError if there is no such column */
export function cell(raw: RawRow, column: string): string | null {
  const value = raw[column];
  if (value === undefined) throw new TypeError(`the row has no column ${column}`);
  return value;
}

/** The text of a column that is never NULL. @throws TypeError */
export function textCell(raw: RawRow, column: string): string {
  const value = cell(raw, column);
  if (value === null) throw new TypeError(`column ${column} is NULL`);
  return value;
}

/** A count; the sum of no counts, which is NULL, is 0. */
export function countCell(raw: RawRow, column: string): number {
  return Number(cell(raw, column) ?? 0);
}

/** A sum as canonical exact text with at least so many decimals; the sum of nothing, which is NULL, is zero. */
export function sumCell(raw: RawRow, column: string, decimals = 0): string {
  return decimalText(cell(raw, column) ?? '0', decimals);
}
