import sql, { type Sql } from 'sql-template-tag';
import { addDays, type Need } from '../../../base/index.ts';
import { businessDate, inPeriod, inScope, ofStores, storeDays } from '../../sql.ts';
import { ofProducts } from '../sales-filter.ts';
import type { InCurrency } from '../currency.ts';
import type { StockFilter } from '../stock/stock-filter.ts';

export interface StockoutFilter extends StockFilter, InCurrency {
  /** How many days before the period a stockout may have begun to count in it; left out: 90. What is out for longer is taken as no longer kept. */
  readonly lookBackDays?: number | undefined;
}

/**
 * The days on which a store was open and closed without stock of a product, from what the movements told.
 *
 * - A stockout begins on the day whose last movement left nothing (stock_nuevo <= 0), and lasts until the day before the
 *   movement that brought some. Both ends must be witnessed: the next movement must have found nothing either
 *   (stock_anterior <= 0, or, untold, stock_nuevo without what the movement changed), or, if there is none, stock_actual
 *   must not have any now. If something was there after all, movements are missing, and only the first day is proven.
 * - A day counts if the store sold anything at all on it: so neither a closed Sunday nor a day that was not loaded does.
 * - Days since a product was discontinued do not count, and none of a product that is inactive.
 *
 * Source of the measure by days: Gruen and Corsten, A Comprehensive Guide to Retail Out-of-Stock Reduction, 2008, chapter 2
 * (a stockout's duration from the perpetual inventory).
 * @returns a SELECT of ubicacion_id, producto_id, fecha and negativo (whether less than nothing was left)
 */
export function daysWithoutStock(filter: StockoutFilter): Sql {
  return sql`
    SELECT t.ubicacion_id, t.producto_id, d.fecha, t.negativo
    FROM (
      SELECT m.ubicacion_id, m.producto_id, m.fecha AS desde, m.stock_nuevo < 0 AS negativo,
        CASE WHEN m.siguiente IS NULL AND s.cantidad > 0 THEN m.fecha
          WHEN m.siguiente IS NULL THEN CAST(${filter.to} AS DATE)
          WHEN m.antes_del_siguiente > 0 AND m.siguiente > m.fecha THEN m.fecha
          ELSE m.siguiente - 1 END AS hasta
      FROM (${witnesses(filter)}) AS m
      LEFT JOIN stock_actual AS s ON s.ubicacion_id = m.ubicacion_id AND s.producto_id = m.producto_id
      WHERE m.stock_nuevo <= 0 AND m.fecha <= CAST(${filter.to} AS DATE)) AS t
    JOIN productos AS p ON p.id = t.producto_id
    JOIN ventas_diarias AS d ON d.ubicacion_id = t.ubicacion_id AND d.fecha BETWEEN t.desde AND t.hasta
    WHERE ${inScope(sql`d.ubicacion_id`, filter.stores)} AND ${inPeriod(sql`d.fecha`, filter)}
      AND (d.fecha < p.fecha_discontinuacion OR p.activo IS NOT FALSE AND p.discontinuado IS NOT TRUE)`;
}

/**
 * The movements that found or left nothing, each with the next of them. All that lie between two such movements found and
 * left something. They are read until today, since what ends a stockout may come after the period.
 */
function witnesses(filter: StockoutFilter): Sql {
  return sql`
    SELECT ubicacion_id, producto_id, fecha, stock_nuevo,
      lead(fecha) OVER (${byProduct}) AS siguiente, lead(antes) OVER (${byProduct}) AS antes_del_siguiente
    FROM (
      SELECT ubicacion_id, producto_id, fecha, fecha_hora, id, stock_nuevo,
        coalesce(stock_anterior, CASE tipo_movimiento
          WHEN 'salida' THEN stock_nuevo + abs(cantidad)
          WHEN 'transferencia' THEN NULL
          ELSE stock_nuevo - cantidad END) AS antes
      FROM movimientos_inventario
      WHERE ${inScope(sql`ubicacion_id`, filter.stores)} AND fecha >= CAST(${firstDay(filter)} AS DATE)
        AND ${ofProducts(sql`producto_id`, filter)} AND stock_nuevo IS NOT NULL) AS movimiento
    WHERE stock_nuevo <= 0 OR antes <= 0 OR antes IS NULL`;
}

/** Movements of the same moment come in the order of their numbers: a longer one is a later one. */
const byProduct = sql`PARTITION BY ubicacion_id, producto_id ORDER BY fecha, fecha_hora, length(id), id COLLATE "C"`;

function firstDay({ from, lookBackDays = 90 }: StockoutFilter): string {
  return addDays(businessDate(from), -lookBackDays);
}

/** What these and `openDays` are read from. */
export function stockoutsRead(filter: StockoutFilter): readonly Need[] {
  const stock = ofStores('stock_actual', filter.stores);
  return [
    { table: 'movimientos_inventario', units: { ...stock.units, fecha: { from: firstDay(filter) } } },
    storeDays('ventas_diarias', filter.stores, filter),
    stock,
    { table: 'productos' },
  ];
}
