import sql, { type Sql } from 'sql-template-tag';
import { addDays, type Need } from '../../../base/index.ts';
import { businessDate, inScope, ofStores, type Period } from '../../sql.ts';
import { inOrder, stockBefore } from '../movements.ts';
import type { SalesFilter } from '../sales-filter.ts';

/** A product in stores over days. */
export interface ProductDays extends Period, Pick<SalesFilter, 'stores'> {
  readonly productId: string;
}

/** What moved so many days before the period tells what was there when it began. */
const lookBackDays = 90;

function firstMovement({ from }: ProductDays): string {
  return addDays(businessDate(from), -lookBackDays);
}

const backwards = sql`fecha_hora DESC, length(id) DESC, id COLLATE "C" DESC`;

/**
 * The days between which a store's stock of the product stayed the same at their ends, as common table expressions; the last
 * of them is `tramos` (ubicacion_id, desde, hasta, existencia).
 *
 * - From the day of a movement on it is what the last of that day left, until the day before the next that has one.
 * - Before the first movement it is what that one found: stock_anterior, or, untold, what it left without what it changed.
 * - Where nothing has moved from 90 days before the period until now, it is what is there now, if the store tells of its
 *   movements at all. Movements are read until now, since what comes after the period tells of it too.
 */
export function stockStretches(days: ProductDays): Sql {
  const { stores, productId, from, to } = days;
  return sql`
    movidos AS (
      SELECT ubicacion_id, fecha, stock_nuevo,
        ${stockBefore} AS antes,
        row_number() OVER (PARTITION BY ubicacion_id ORDER BY ${inOrder}) AS desde_el_primero,
        row_number() OVER (PARTITION BY ubicacion_id, fecha ORDER BY ${backwards}) AS desde_el_ultimo
      FROM movimientos_inventario
      WHERE ${inScope(sql`ubicacion_id`, stores)} AND fecha >= CAST(${firstMovement(days)} AS DATE)
        AND producto_id = ${productId} AND stock_nuevo IS NOT NULL),
    tramos AS (
      SELECT ubicacion_id, fecha AS desde,
        coalesce(lead(fecha) OVER (PARTITION BY ubicacion_id ORDER BY fecha) - 1, CAST(${to} AS DATE)) AS hasta,
        stock_nuevo AS existencia
      FROM movidos WHERE desde_el_ultimo = 1
      UNION ALL
      SELECT ubicacion_id, CAST(${from} AS DATE) AS desde, fecha - 1 AS hasta, antes AS existencia
      FROM movidos WHERE desde_el_primero = 1
      UNION ALL
      SELECT s.ubicacion_id, CAST(${from} AS DATE) AS desde, CAST(${to} AS DATE) AS hasta, s.cantidad AS existencia
      FROM stock_actual AS s
      WHERE ${inScope(sql`s.ubicacion_id`, stores)} AND s.producto_id = ${productId}
        AND s.ubicacion_id NOT IN (SELECT ubicacion_id FROM movidos)
        AND EXISTS (
          SELECT 1 FROM movimientos_inventario AS m
          WHERE m.ubicacion_id = s.ubicacion_id AND m.fecha >= CAST(${firstMovement(days)} AS DATE)))`;
}

/** What they are read from. */
export function stretchesRead(days: ProductDays): readonly Need[] {
  const stock = ofStores('stock_actual', days.stores);
  return [stock, { table: 'movimientos_inventario', units: { ...stock.units, fecha: { from: firstMovement(days) } } }];
}
