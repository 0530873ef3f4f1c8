import sql, { type Sql } from 'sql-template-tag';
import type { Need } from '../../../base/index.ts';
import { ofStores, storeDays } from '../../sql.ts';
import { linesOf } from '../sales-filter.ts';
import { openDays } from './open-days.ts';
import { inStockOf, lastDays, type StockFilter } from './stock-filter.ts';
import { wholeQuotient } from './whole-quotient.ts';

export interface CoverFilter extends StockFilter {
  /** The last of the days that the demand is taken from. */
  readonly to: string;
  /** How many; left out: 28, four of each weekday. */
  readonly days?: number | undefined;
}

function demandDays({ stores, to, days = 28 }: CoverFilter) {
  return { stores, ...lastDays(to, days), days: String(days) };
}

/**
 * For every product that a store keeps stock of: how many days that lasts if it goes on selling as in the last days, which
 * is stock / (units sold / days).
 *
 * Source: Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 9.4 (run-out time).
 * @returns a SELECT of ubicacion_id, producto_id, cantidad, unidades (sold in the days, NULL for none), dias, dias_con_ventas,
 *   existencia_por_dias (stock times days, 0 below zero) and centesimas (the cover in hundredths of a day, rounded down;
 *   NULL without a demand)
 */
export function cover(filter: CoverFilter): Sql {
  const period = demandDays(filter);
  const days = sql`CAST(${period.days} AS INTEGER)`;
  return sql`
    SELECT existencia.*, ${days} AS dias, coalesce(a.dias_abiertos, 0) AS dias_con_ventas,
      CASE WHEN unidades > 0 THEN ${wholeQuotient(sql`(100 * existencia_por_dias)`, sql`unidades`)} END AS centesimas
    FROM (
      SELECT s.ubicacion_id, s.producto_id, s.cantidad, v.unidades,
        CASE WHEN s.cantidad > 0 THEN ${days} * CAST(s.cantidad AS DECIMAL(38,6)) ELSE 0 END AS existencia_por_dias
      FROM stock_actual AS s
      LEFT JOIN (
        SELECT ubicacion_id, producto_id, sum(cantidad) AS unidades
        FROM ${linesOf({ ...filter, ...period })}
        GROUP BY ubicacion_id, producto_id
      ) AS v ON v.ubicacion_id = s.ubicacion_id AND v.producto_id = s.producto_id
      WHERE ${inStockOf(filter)}) AS existencia
    LEFT JOIN (${openDays(period)}) AS a ON a.ubicacion_id = existencia.ubicacion_id`;
}

/** What that is read from. */
export function coverReads(filter: CoverFilter): readonly Need[] {
  const period = demandDays(filter);
  return [
    ofStores('stock_actual', filter.stores),
    storeDays('ventas_raw', filter.stores, period),
    storeDays('ventas_diarias', filter.stores, period),
    { table: 'productos' },
  ];
}
