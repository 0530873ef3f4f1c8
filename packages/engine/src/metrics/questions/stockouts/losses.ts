import sql, { type Sql } from 'sql-template-tag';
import type { Need } from '../../../base/index.ts';
import { storeDays } from '../../sql.ts';
import { dailyRates, inDollars, missingOfAll, ratesRead } from '../currency.ts';
import { linesOf } from '../sales-filter.ts';
import { daysWithoutStock, stockoutsRead, type StockoutFilter } from './days-without-stock.ts';
import { openDays } from '../stock/open-days.ts';
import { wholeQuotient } from '../stock/whole-quotient.ts';

export type { StockoutFilter };

/**
 * What stockouts cost a store, by product. Over the open days of the period, of which S were with stock of the product and
 * N without (`daysWithoutStock`):
 *
 *     demand a day     d = units sold on the S days / S
 *     lost units       L = N d - units that were sold on the N days all the same, if that is more than zero
 *     price            p = amount of the S days / their units
 *     lost sales         = L p, rounded half up to 2 decimals
 *
 * Units brought back are subtracted. What was sold on a day that ended without stock is subtracted, too, since such a day
 * was not lost as a whole, and stock that is recorded as nothing but sells is no loss. Without a day with stock, or without
 * a sale on one, there is no demand to go by, and no row.
 *
 * With U and M for the units and the amount of the S days and R for the units sold on the N days, L = (N U - R S) / S and
 * L p = M (N U - R S) / (S U): one division, of numbers that DuckDB's decimals hold (26 digits before the point) for
 * amounts to 10^12 and quantities to 10^6 a week. In dollars M is rounded to 6 decimals first.
 *
 * Source: Gruen, Corsten and Bharadwaj, Retail Out-of-Stocks: A Worldwide Examination of Extent, Causes and Consumer
 * Responses, 2002 (duration times the item's rate of sale), with the rate of the days in stock.
 * @returns a SELECT of ubicacion_id, producto_id, dias_sin_stock (N), dias_con_stock (S), unidades_con_stock (U),
 *   monto_con_stock (M), unidades_sin_stock (R), faltante_por_dias (N U - R S) and venta_perdida; in dollars also of
 *   todas_sin_tasa
 */
export function losses(filter: StockoutFilter): Sql {
  const hundredfold = sql`(200 * (monto_con_stock * faltante_por_dias) + dias_con_stock * unidades_con_stock)`;
  return sql`
    WITH quiebre AS (${daysWithoutStock(filter)}),
    producto_en_quiebre AS (
      SELECT ubicacion_id, producto_id, count(*) AS dias_sin_stock FROM quiebre GROUP BY ubicacion_id, producto_id)
    SELECT perdida.*, ${wholeQuotient(hundredfold, sql`(2 * dias_con_stock * unidades_con_stock)`)} * 0.01 AS venta_perdida
    FROM (
      SELECT q.ubicacion_id, q.producto_id, q.dias_sin_stock, a.dias_abiertos - q.dias_sin_stock AS dias_con_stock,
        v.unidades_con_stock, v.monto_con_stock, v.unidades_sin_stock,
        q.dias_sin_stock * v.unidades_con_stock - (a.dias_abiertos - q.dias_sin_stock) * v.unidades_sin_stock AS faltante_por_dias
          ${missingOfAll(filter, sql`sum(v.lineas_sin_tasa) OVER ()`)}
      FROM producto_en_quiebre AS q
      JOIN (${openDays(filter)}) AS a ON a.ubicacion_id = q.ubicacion_id
      JOIN (${salesBesideStockouts(filter)}) AS v ON v.ubicacion_id = q.ubicacion_id AND v.producto_id = q.producto_id) AS perdida
    WHERE dias_con_stock > 0 AND unidades_con_stock > 0 AND monto_con_stock >= 0 AND faltante_por_dias > 0`;
}

/** What was sold of the products of `producto_en_quiebre`: on days with stock, and on those without, which are in `quiebre`. */
function salesBesideStockouts(filter: StockoutFilter): Sql {
  const inBolivares = sql`
    SELECT ubicacion_id, producto_id, fecha, sum(cantidad) AS unidades, sum(monto_total) AS monto, count(*) AS lineas
    FROM ${linesOf(filter)}
      AND EXISTS (
        SELECT 1 FROM producto_en_quiebre AS e
        WHERE e.ubicacion_id = ventas_raw.ubicacion_id AND e.producto_id = ventas_raw.producto_id)
    GROUP BY ubicacion_id, producto_id, fecha`;
  if (filter.currency !== 'USD') return besideStockouts(inBolivares);
  const sold = sql`
    SELECT s.ubicacion_id, s.producto_id, s.fecha, s.unidades, ${inDollars(sql`s.monto`)} AS monto, s.lineas,
      CASE WHEN t.alto IS NULL THEN s.lineas ELSE 0 END AS lineas_sin_tasa
    FROM (${inBolivares}) AS s LEFT JOIN ${dailyRates(filter)} AS t ON t.fecha = s.fecha`;
  return sql`
    SELECT ubicacion_id, producto_id, unidades_con_stock, CAST(monto_con_stock AS DECIMAL(38,6)) AS monto_con_stock,
      unidades_sin_stock, lineas_sin_tasa
    FROM (${besideStockouts(sold, sql`, sum(v.lineas_sin_tasa) AS lineas_sin_tasa`)}) AS en_dolares`;
}

/** @param sold a SELECT of sums by store, product and day */
function besideStockouts(sold: Sql, further = sql``): Sql {
  return sql`
    SELECT v.ubicacion_id, v.producto_id,
      coalesce(sum(CASE WHEN q.fecha IS NULL THEN v.unidades END), 0) AS unidades_con_stock,
      coalesce(sum(CASE WHEN q.fecha IS NULL THEN v.monto END), 0) AS monto_con_stock,
      coalesce(sum(CASE WHEN q.fecha IS NOT NULL THEN v.unidades END), 0) AS unidades_sin_stock${further}
    FROM (${sold}) AS v
    LEFT JOIN quiebre AS q ON q.ubicacion_id = v.ubicacion_id AND q.producto_id = v.producto_id AND q.fecha = v.fecha
    GROUP BY v.ubicacion_id, v.producto_id`;
}

/** What the losses are read from. */
export function lossesRead(filter: StockoutFilter): readonly Need[] {
  return [...stockoutsRead(filter), storeDays('ventas_raw', filter.stores, filter), ...ratesRead(filter)];
}
