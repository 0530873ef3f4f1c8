import type { Need, UnitValues } from '../../base/index.ts';
import type { Unit } from '../declared.ts';

const date = /^\d{4}-\d\d-\d\d$/;

/**
 * Whether what is asked for may depend on the unit: whether one of the needs names the table and does not rule the unit out.
 * @param table the table's name as it is declared
 * @param columns those that make its unit; none for a table that is one unit
 * @param unit their values, in the order of the columns
 */
export function touches(needs: readonly Need[], table: string, columns: readonly string[], unit: Unit): boolean {
  return needs.some(
    (need) => need.table === table && columns.every((column, index) => matters(need.units?.[column], unit[index])),
  );
}

/** A value that there is none of is NULL, which is among no values and in no range. */
function matters(values: UnitValues | undefined, value: string | null | undefined): boolean {
  if (values === undefined || value === undefined) return true;
  if (isList(values)) return value !== null && values.includes(value);
  const { from, to } = values;
  if (from === undefined && to === undefined) return true;
  if (value === null) return false;
  // Dates beyond the year 9999 or before Christ have texts that do not compare with others.
  if ([from, to].some((bound) => bound !== undefined && date.test(bound)) && !date.test(value)) return true;
  return (from === undefined || value >= from) && (to === undefined || value <= to);
}

/** `Array.isArray` does not tell readonly arrays from other objects. */
function isList(values: UnitValues): values is readonly string[] {
  return Array.isArray(values);
}
