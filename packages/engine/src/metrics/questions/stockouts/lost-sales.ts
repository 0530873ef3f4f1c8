import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { countCell, sumCell, textCell } from '../../cells.ts';
import { quotient } from '../../decimals.ts';
import { moneyCell } from '../currency.ts';
import { pageOf, type Page } from '../page.ts';
import { labelColumns, productLabels, type ProductLabels } from '../product-labels.ts';
import { losses, lossesRead, type StockoutFilter } from './losses.ts';

/** What a store did not sell of a product because it had none, with its arithmetic. */
export interface LostSales extends ProductLabels {
  readonly ubicacion_id: string;
  readonly dias_sin_stock: number;
  readonly dias_con_stock: number;
  /** Sold on the days with stock. */
  readonly unidades_con_stock: string;
  /** unidades_con_stock / dias_con_stock, rounded to 4 decimals. */
  readonly demanda_diaria: string | null;
  /** Sold on the days without stock, before it ran out or against the records. */
  readonly unidades_sin_stock: string;
  /** dias_sin_stock x demanda_diaria - unidades_sin_stock, rounded to 2 decimals only in the end. */
  readonly unidades_perdidas: string | null;
  /** The mean price on the days with stock, rounded to 4 decimals. */
  readonly precio: string | null;
  /** unidades_perdidas x precio, rounded to 2 decimals only in the end. */
  readonly venta_perdida: string;
}

/** The sales that stockouts cost, by store and product; the most money first. `losses` says how they are estimated. */
export const lostSales: Question<StockoutFilter & Page, LostSales> = {
  name: 'ventas perdidas',
  reads: lossesRead,
  sql: (filter) => sql`
    SELECT l.*, ${labelColumns}
    FROM (${losses(filter)}) AS l JOIN productos AS p ON p.id = l.producto_id
    ORDER BY l.venta_perdida DESC, l.ubicacion_id COLLATE "C", l.producto_id COLLATE "C" ${pageOf(filter)}`,
  row: (raw) => {
    const [withStock, sold] = [textCell(raw, 'dias_con_stock'), textCell(raw, 'unidades_con_stock')];
    return {
      ubicacion_id: textCell(raw, 'ubicacion_id'),
      ...productLabels(raw),
      dias_sin_stock: countCell(raw, 'dias_sin_stock'),
      dias_con_stock: Number(withStock),
      unidades_con_stock: sumCell(raw, 'unidades_con_stock'),
      demanda_diaria: quotient(sold, withStock, 4),
      unidades_sin_stock: sumCell(raw, 'unidades_sin_stock'),
      unidades_perdidas: quotient(textCell(raw, 'faltante_por_dias'), withStock, 2),
      precio: quotient(textCell(raw, 'monto_con_stock'), sold, 4),
      venta_perdida: moneyCell(raw, 'venta_perdida'),
    };
  },
};
