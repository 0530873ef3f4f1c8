import sql, { type Sql } from 'sql-template-tag';
import { missingOfAll, summedMissing, sumsBy } from '../currency.ts';
import { linesOf, type SalesFilter } from '../sales-filter.ts';

export type ValueClass = 'A' | 'B' | 'C';

/**
 * The ABC class of every product that was sold in the period, after Pareto: products in the order of what they sold for,
 * the highest first, equal ones by id. The product with which the share passes 80 % is the last of A, that with which it
 * passes 95 % the last of B: so a product's class is that of the share before it. A product for which more was paid back
 * than taken adds nothing to the whole. Lines without a product belong to no class.
 *
 * Source: H. F. Dickie, ABC Inventory Analysis Shoots for Dollars, not Pennies, Factory Management and Maintenance
 * 109(7), 1951; Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 2.2.
 * @returns a SELECT of producto_id, unidades, valor, ranking, acumulado (the product's own value included), total and abc;
 *   in dollars also of todas_sin_tasa
 */
export function valueClasses(filter: SalesFilter): Sql {
  return sql`
    SELECT producto_id, unidades, valor, ranking, acumulado, total${missingOfAll(filter)},
      CASE WHEN 100 * (acumulado - aporte) < 80 * total THEN 'A'
        WHEN 100 * (acumulado - aporte) < 95 * total THEN 'B'
        ELSE 'C' END AS abc
    FROM (
      SELECT producto_id, unidades, valor, aporte${missingOfAll(filter)},
        row_number() OVER (ORDER BY valor DESC, producto_id COLLATE "C") AS ranking,
        sum(aporte) OVER (ORDER BY valor DESC, producto_id COLLATE "C" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS acumulado,
        sum(aporte) OVER () AS total
      FROM (
        SELECT producto_id, coalesce(unidades, 0) AS unidades, coalesce(monto, 0) AS valor,
          CASE WHEN monto > 0 THEN monto ELSE 0 END AS aporte${missingOfAll(filter, summedMissing)}
        FROM (${soldByProduct(filter)}) AS vendido) AS aportado) AS ordenado`;
}

/** In bolívares only what is needed is added up: the rest costs time. */
function soldByProduct(filter: SalesFilter): Sql {
  const lines = sql`${linesOf(filter)} AND producto_id IS NOT NULL`;
  return filter.currency === 'USD'
    ? sumsBy(filter, ['producto_id'], lines)
    : sql`SELECT producto_id, sum(cantidad) AS unidades, sum(monto_total) AS monto FROM ${lines} GROUP BY producto_id`;
}
