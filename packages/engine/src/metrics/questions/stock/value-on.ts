import sql from 'sql-template-tag';
import { addDays, type Question } from '../../../base/index.ts';
import { countCell, sumCell, textCell } from '../../cells.ts';
import { businessDate, inScope, ofStores } from '../../sql.ts';
import { inOrder, stockBefore } from '../movements.ts';
import { inStockOf, stockValue, type StockFilter } from './stock-filter.ts';

export interface StockOnFilter extends StockFilter {
  /** At the end of which business day. */
  readonly on: string;
}

export interface StockOn {
  readonly ubicacion_id: string;
  readonly nombre: string;
  readonly productos: number;
  readonly valor: string;
}

/** A store that has not told of a movement for so long does not tell of them. */
const toldWithinDays = 90;

function firstTold(on: string): string {
  return addDays(businessDate(on), -toldWithinDays);
}

/**
 * What the stock of each store was worth at the end of a day, at today's cost, so that prices are no part of a change. What was
 * there is what the first movement since has found; without one it is what is there now. Stores that told of no movements
 * in the 90 days before are left out: of those nobody knows.
 */
export const stockValueOn: Question<StockOnFilter, StockOn> = {
  name: 'valor del inventario en una fecha',
  reads: ({ stores, on }) => {
    const stock = ofStores('stock_actual', stores);
    const movements = { table: 'movimientos_inventario', units: { ...stock.units, fecha: { from: firstTold(on) } } };
    return [stock, movements, { table: 'productos' }, { table: 'ubicaciones' }];
  },
  sql: ({ on, ...filter }) => sql`
    WITH despues AS (
      SELECT ubicacion_id, producto_id, ${stockBefore} AS antes,
        row_number() OVER (PARTITION BY ubicacion_id, producto_id ORDER BY ${inOrder}) AS n
      FROM movimientos_inventario
      WHERE ${inScope(sql`ubicacion_id`, filter.stores)} AND fecha > CAST(${on} AS DATE) AND stock_nuevo IS NOT NULL),
    conocidas AS (
      SELECT DISTINCT ubicacion_id FROM movimientos_inventario
      WHERE ${inScope(sql`ubicacion_id`, filter.stores)}
        AND fecha BETWEEN CAST(${firstTold(on)} AS DATE) AND CAST(${on} AS DATE)),
    existencia AS (
      SELECT s.ubicacion_id, CASE WHEN d.n IS NULL THEN s.cantidad ELSE d.antes END AS cantidad,
        CASE WHEN d.n IS NULL THEN ${stockValue}
          ELSE CAST(d.antes AS DECIMAL(38,4)) * coalesce(s.costo_promedio, p.costo_promedio) END AS valor
      FROM stock_actual AS s
      JOIN productos AS p ON p.id = s.producto_id
      JOIN conocidas AS c ON c.ubicacion_id = s.ubicacion_id
      LEFT JOIN despues AS d ON d.ubicacion_id = s.ubicacion_id AND d.producto_id = s.producto_id AND d.n = 1
      WHERE ${inStockOf(filter)})
    SELECT e.ubicacion_id, u.nombre, count(*) FILTER (WHERE e.cantidad > 0) AS productos,
      sum(CASE WHEN e.cantidad > 0 THEN e.valor END) AS valor
    FROM existencia AS e JOIN ubicaciones AS u ON u.id = e.ubicacion_id
    GROUP BY e.ubicacion_id, u.nombre
    ORDER BY sum(CASE WHEN e.cantidad > 0 THEN e.valor END) DESC NULLS LAST, e.ubicacion_id COLLATE "C"`,
  row: (raw) => ({
    ubicacion_id: textCell(raw, 'ubicacion_id'),
    nombre: textCell(raw, 'nombre'),
    productos: countCell(raw, 'productos'),
    valor: sumCell(raw, 'valor', 2),
  }),
};
