import sql, { join, type Sql } from 'sql-template-tag';
import type { Need, StoreScope } from '../../base/index.ts';
import { sumsByDay, ventasPorDia } from '../rollups/index.ts';
import { inPeriod, inScope, isOneOf, storeDays, type Period } from '../sql.ts';

/** Which sales lines a question is about. The scope has no default: nobody forgets it. */
export interface SalesFilter extends Period {
  readonly stores: StoreScope;
  /** Ids of products; left out: all, and lines without one. */
  readonly products?: readonly string[] | undefined;
  /** Names of categories, as productos.categoria has them; left out: all, and lines of products that have none. */
  readonly categories?: readonly string[] | undefined;
}

/** Whether it takes all lines of a store's day, so that sums of whole days will do. */
export function takesWholeDays({ products, categories }: SalesFilter): boolean {
  return products === undefined && categories === undefined;
}

/** What stands behind FROM for the lines of the filter. */
export function linesOf({ products, categories, ...days }: SalesFilter): Sql {
  return sql`ventas_raw WHERE ${daysOf(days)} AND ${ofProducts(sql`producto_id`, { products, categories })}`;
}

/** The condition that the product of the column is one of the filter's. */
export function ofProducts(column: Sql, { products, categories }: Pick<SalesFilter, 'products' | 'categories'>): Sql {
  const conditions = [isOneOf(column, products)];
  if (categories) {
    conditions.push(sql`${column} IN (SELECT id FROM productos WHERE ${isOneOf(sql`categoria`, categories)})`);
  }
  return join(conditions, ' AND ');
}

/** The condition for the stores and days of the filter. */
export function daysOf({ stores, ...period }: Pick<SalesFilter, 'stores' | 'from' | 'to'>): Sql {
  return sql`${inScope(sql`ubicacion_id`, stores)} AND ${inPeriod(sql`fecha`, period)}`;
}

/** What stands behind FROM for the filter's sums by store and day, with the columns of `sumsByDay`. */
export function dailySums(filter: SalesFilter): Sql {
  const sums = takesWholeDays(filter)
    ? sql`SELECT * FROM ventas_por_dia WHERE ${daysOf(filter)}`
    : sumsByDay(linesOf(filter));
  return sql`(${sums}) AS dias`;
}

/** The rollups that `dailySums` reads. */
export const dailyRollups = [ventasPorDia];

/** What the lines of the filter are read from. */
export function salesReads(filter: SalesFilter): readonly Need[] {
  const lines = storeDays('ventas_raw', filter.stores, filter);
  return filter.categories ? [lines, { table: 'productos' }] : [lines];
}
