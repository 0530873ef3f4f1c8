import sql, { join, type Sql } from 'sql-template-tag';
import { wordExpressions, type Need, type StoreScope } from '../../base/index.ts';
import { sumsByDay, ventasPorDia } from '../rollups/index.ts';
import { inPeriod, inScope, isOneOf, storeDays } from '../sql.ts';
import { inCurrency, ratesRead, type InCurrency } from './currency.ts';

/** Which sales lines a question is about. The scope has no default: nobody forgets it. */
export interface SalesFilter extends InCurrency {
  readonly stores: StoreScope;
  /** Ids of products; left out: all, and lines without one. */
  readonly products?: readonly string[] | undefined;
  /** Names of categories, as productos.categoria has them; left out: all, and lines of products that have none. */
  readonly categories?: readonly string[] | undefined;
  /**
   * Words that must all appear in the product's codigo, codigo_barras or descripcion, whatever their case and accents. Left
   * out, or without a word: all, and lines of products that the catalogue does not have.
   */
  readonly text?: string | undefined;
}

/** The part of a filter that is about products. */
export type ProductFilter = Pick<SalesFilter, 'products' | 'categories' | 'text'>;

/** Whether it takes all lines of a store's day, so that sums of whole days will do. */
export function takesWholeDays(filter: ProductFilter): boolean {
  return filter.products === undefined && !asksTheCatalogue(filter);
}

function asksTheCatalogue({ categories, text = '' }: ProductFilter): boolean {
  return categories !== undefined || wordExpressions(text).length > 0;
}

/** What stands behind FROM for the lines of the filter. */
export function linesOf(filter: SalesFilter): Sql {
  return sql`ventas_raw WHERE ${daysOf(filter)} AND ${ofProducts(sql`producto_id`, filter)}`;
}

/** The condition that the product of the column is one of the filter's. */
export function ofProducts(column: Sql, filter: ProductFilter): Sql {
  const isNamed = isOneOf(column, filter.products);
  if (!asksTheCatalogue(filter)) return isNamed;
  // What both engines have of regular expressions.
  const words = wordExpressions(filter.text ?? '').map((word) => sql`regexp_replace(buscado, ${word}, '') <> buscado`);
  return sql`${isNamed} AND ${column} IN (
    SELECT id FROM (SELECT id, categoria, concat_ws(' ', codigo, codigo_barras, descripcion) AS buscado FROM productos) AS catalogo
    WHERE ${join([isOneOf(sql`categoria`, filter.categories), ...words], ' AND ')})`;
}

/** The condition for the stores and days of the filter. */
export function daysOf({ stores, ...period }: Pick<SalesFilter, 'stores' | 'from' | 'to'>): Sql {
  return sql`${inScope(sql`ubicacion_id`, stores)} AND ${inPeriod(sql`fecha`, period)}`;
}

/** What stands behind FROM for the filter's sums by store and day, with the columns of `sumsByDay`, in its currency. */
export function dailySums(filter: SalesFilter): Sql {
  const sums = takesWholeDays(filter)
    ? sql`SELECT * FROM ventas_por_dia WHERE ${daysOf(filter)}`
    : sumsByDay(linesOf(filter));
  return sql`(${inCurrency(filter, ['ubicacion_id', 'facturas'], sums)}) AS dias`;
}

/** The rollups that `dailySums` reads. */
export const dailyRollups = [ventasPorDia];

/** What the lines of the filter are read from. */
export function salesReads(filter: SalesFilter): readonly Need[] {
  const catalogue = asksTheCatalogue(filter) ? [{ table: 'productos' }] : [];
  return [storeDays('ventas_raw', filter.stores, filter), ...catalogue, ...ratesRead(filter)];
}

/** The same where the catalogue is read in any case. */
export function salesAndProductsRead(filter: SalesFilter): readonly Need[] {
  return [storeDays('ventas_raw', filter.stores, filter), { table: 'productos' }, ...ratesRead(filter)];
}
