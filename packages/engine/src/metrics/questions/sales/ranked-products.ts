import sql, { raw as plain, type Sql } from 'sql-template-tag';
import type { RawRow } from '../../../base/index.ts';
import { missingOfAll, summedMissing, sumsBy } from '../currency.ts';
import { pageOf, type Page } from '../page.ts';
import { labelColumns, productLabels, type ProductLabels } from '../product-labels.ts';
import { linesOf, type SalesFilter } from '../sales-filter.ts';
import { figures, shareOfTotal, type SalesFigures } from './figures.ts';

/** What products are ranked by. */
export type ProductMeasure = 'venta_total' | 'unidades' | 'margen' | 'lineas';

export interface RankedProducts extends SalesFilter, Page {
  /** By venta_total unless told otherwise. */
  readonly by?: ProductMeasure | undefined;
}

export interface SalesOfProduct extends ProductLabels, SalesFigures {
  /** venta_total in percent of all products' of the filter, to 2 decimals; null if that is zero. */
  readonly porcentaje: string | null;
}

const measures: Readonly<Record<ProductMeasure, string>> = {
  venta_total: 'monto',
  unidades: 'unidades',
  margen: 'monto_con_costo - costo',
  lineas: 'lineas',
};

/**
 * The products that have lines, ranked; equal ones by id, those without a value of the measure last. Lines without a product
 * are in no rank. The catalogue is looked up for those of the page only.
 */
export function rankedProducts(
  { by = 'venta_total', limit, offset, ...filter }: RankedProducts,
  way: 'ASC' | 'DESC',
): Sql {
  const order = sql`${plain(`${measures[by]} ${way}`)} NULLS LAST, producto_id COLLATE "C"`;
  return sql`
    SELECT pagina.*, ${labelColumns}
    FROM (
      SELECT vendido.*, sum(monto) OVER () AS total${missingOfAll(filter, summedMissing)}
      FROM (${sumsBy(filter, ['producto_id'], sql`${linesOf(filter)} AND producto_id IS NOT NULL`)}) AS vendido
      ORDER BY ${order} ${pageOf({ limit, offset })}) AS pagina
    LEFT JOIN productos AS p ON p.id = pagina.producto_id
    ORDER BY ${order}`;
}

/** Reads a row of `rankedProducts`. */
export function rankedProduct(raw: RawRow): SalesOfProduct {
  return {
    ...productLabels(raw),
    ...figures(raw),
    porcentaje: shareOfTotal(raw),
  };
}
