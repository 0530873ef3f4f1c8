import sql, { type Sql } from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { cell } from '../../cells.ts';
import { sumsBy, sumsOfSumsIn } from '../currency.ts';
import { linesOf, salesAndProductsRead, type SalesFilter } from '../sales-filter.ts';
import { figures, shareOfTotal, type SalesFigures } from './figures.ts';

export interface SalesOfCategory extends SalesFigures {
  /** As productos.categoria has it; null: lines without a product, or with one that the catalogue does not have. */
  readonly categoria: string | null;
  /** venta_total in percent of all categories', to 2 decimals; null if that is zero. */
  readonly porcentaje: string | null;
}

/** What each category that has lines sold, the highest amount first. */
export const salesByCategory: Question<SalesFilter, SalesOfCategory> = {
  name: 'ventas por categoría',
  reads: salesAndProductsRead,
  sql: (filter) => sql`
    SELECT sumado.*, sum(monto) OVER () AS total
    FROM (${categorySums(filter)}) AS sumado
    ORDER BY monto DESC NULLS LAST, categoria COLLATE "C" NULLS LAST`,
  row: (raw) => ({
    categoria: cell(raw, 'categoria'),
    ...figures(raw),
    porcentaje: shareOfTotal(raw),
  }),
};

/** A SELECT of categoria and its sums. The products are added up before they are looked up: they are fewer than lines. */
export function categorySums(filter: SalesFilter): Sql {
  return sql`
    SELECT p.categoria AS categoria, ${sumsOfSumsIn(filter)}
    FROM (${sumsBy(filter, ['producto_id'], linesOf(filter))}) AS vendido
    LEFT JOIN productos AS p ON p.id = vendido.producto_id
    GROUP BY p.categoria`;
}
