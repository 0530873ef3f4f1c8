import sql, { join, type Sql } from 'sql-template-tag';
import { FluxionError, isBusinessDate, type Need, type StoreScope } from '../base/index.ts';

/** Business dates, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The condition that the column has one of the values; of no list every row meets it, of an empty one none. */
export function isOneOf(column: Sql, values: readonly string[] | undefined): Sql {
  if (values === undefined) return sql`true`;
  // Not `= ANY (array)`: DuckDB can skip blocks of a column for a list of values, but not for an array.
  return values.length === 0 ? sql`false` : sql`${column} IN (${join(values)})`;
}

/** The condition that the store of the column lies in the scope. */
export function inScope(column: Sql, scope: StoreScope): Sql {
  return isOneOf(column, scope === 'all' ? undefined : scope);
}

/** The condition that the date of the column lies in the period. */
export function inPeriod(column: Sql, { from, to }: Period): Sql {
  return sql`${column} BETWEEN CAST(${from} AS DATE) AND CAST(${to} AS DATE)`;
}

/** @returns the date @throws FluxionError INVALID_INPUT for a text that is none: it would not compare with those of the units */
export function businessDate(text: string): string {
  if (isBusinessDate(text)) return text;
  throw new FluxionError('INVALID_INPUT', `${text} is not a date: write it as YYYY-MM-DD.`);
}

/** Days of stores, as a question's need. @throws FluxionError INVALID_INPUT for a date that is none */
export function storeDays(table: string, stores: StoreScope, { from, to }: Period): Need {
  return { table, units: { ...unitsOf(stores), fecha: { from: businessDate(from), to: businessDate(to) } } };
}

/** A table that is copied by store, as a question's need. */
export function ofStores(table: string, stores: StoreScope): Need {
  return { table, units: unitsOf(stores) };
}

function unitsOf(stores: StoreScope): { readonly ubicacion_id?: readonly string[] } {
  return stores === 'all' ? {} : { ubicacion_id: stores };
}
