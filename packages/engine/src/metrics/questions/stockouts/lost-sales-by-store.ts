import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { countCell, textCell } from '../../cells.ts';
import { missingOfAll, moneyCell } from '../currency.ts';
import type { StockoutFilter } from './days-without-stock.ts';
import { losses, lossesRead } from './losses.ts';

export interface LostSalesOfStore {
  readonly ubicacion_id: string;
  readonly nombre: string;
  /** The products that the store lost sales of. */
  readonly productos: number;
  /** Their days without stock, added up. */
  readonly dias_sin_stock: number;
  /** Their lost sales, each rounded to 2 decimals, added up. */
  readonly venta_perdida: string;
}

/** The sales that stockouts cost each store that lost any; the most money first. Equals the sums over `lostSales`. */
export const lostSalesByStore: Question<StockoutFilter, LostSalesOfStore> = {
  name: 'ventas perdidas por tienda',
  reads: (filter) => [...lossesRead(filter), { table: 'ubicaciones' }],
  sql: (filter) => sql`
    SELECT l.*, u.nombre
    FROM (
      SELECT ubicacion_id, count(*) AS productos, sum(dias_sin_stock) AS dias_sin_stock, sum(venta_perdida) AS venta_perdida${missingOfAll(filter, sql`max(todas_sin_tasa)`)}
      FROM (${losses(filter)}) AS perdida
      GROUP BY ubicacion_id) AS l
    JOIN ubicaciones AS u ON u.id = l.ubicacion_id
    ORDER BY l.venta_perdida DESC, l.ubicacion_id COLLATE "C"`,
  row: (raw) => ({
    ubicacion_id: textCell(raw, 'ubicacion_id'),
    nombre: textCell(raw, 'nombre'),
    productos: countCell(raw, 'productos'),
    dias_sin_stock: countCell(raw, 'dias_sin_stock'),
    venta_perdida: moneyCell(raw, 'venta_perdida'),
  }),
};
