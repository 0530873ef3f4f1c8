import sql, { type Sql } from 'sql-template-tag';
import { addDays, FluxionError } from '../../../base/index.ts';
import { businessDate, inScope, type Period } from '../../sql.ts';
import { ofProducts, type ProductFilter, type SalesFilter } from '../sales-filter.ts';

/** Whose stock a question is about. The scope has no default: nobody forgets it. */
export type StockFilter = Pick<SalesFilter, 'stores'> & ProductFilter;

/** The condition for the rows of `stock_actual AS s` that the filter names. */
export function inStockOf(filter: StockFilter): Sql {
  return sql`${inScope(sql`s.ubicacion_id`, filter.stores)} AND ${ofProducts(sql`s.producto_id`, filter)}`;
}

/**
 * What the stock of a row is worth at cost, of `stock_actual AS s` and `productos AS p`: as the store reported it, else its
 * quantity at the store's average cost, else at the catalogue's; NULL if nobody knows a cost.
 */
export const stockValue = sql`
  coalesce(s.valor_inventario, CAST(s.cantidad AS DECIMAL(38,4)) * coalesce(s.costo_promedio, p.costo_promedio))`;

/**
 * So many days up to a business date, that one included.
 * @throws FluxionError INVALID_INPUT for a date that is none, or unless there are 1 to 1,000 days
 */
export function lastDays(to: string, days: number): Period {
  if (!Number.isInteger(days) || days < 1 || days > 1000) {
    throw new FluxionError('INVALID_INPUT', `A question can look back 1 to 1000 days, not ${days}.`);
  }
  return { from: addDays(businessDate(to), 1 - days), to };
}
