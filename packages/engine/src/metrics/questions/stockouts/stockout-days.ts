import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { countCell, textCell } from '../../cells.ts';
import { percentage } from '../../decimals.ts';
import { pageOf, type Page } from '../page.ts';
import { labelColumns, productLabels, type ProductLabels } from '../product-labels.ts';
import { daysWithoutStock, stockoutsRead, type StockoutFilter } from './days-without-stock.ts';
import { openDays } from '../stock/open-days.ts';

/** How long a product was out of stock in a store. */
export interface StockoutDays extends ProductLabels {
  readonly ubicacion_id: string;
  /** The days on which the store was open and closed without stock of the product. */
  readonly dias_sin_stock: number;
  /** On how many of these the records said less than nothing, which means that they are wrong. */
  readonly dias_en_negativo: number;
  /** The days of the period on which the store was open. */
  readonly dias_abiertos: number;
  /** dias_sin_stock in percent of dias_abiertos, to 2 decimals. */
  readonly porcentaje: string | null;
  readonly primer_dia: string;
  readonly ultimo_dia: string;
}

/** The products that were out of stock in the period, by store; the most days first. What counts, `daysWithoutStock` says. */
export const stockoutDays: Question<StockoutFilter & Page, StockoutDays> = {
  name: 'días sin inventario',
  reads: stockoutsRead,
  sql: (filter) => sql`
    SELECT q.*, a.dias_abiertos, ${labelColumns}
    FROM (
      SELECT ubicacion_id, producto_id, count(*) AS dias_sin_stock, count(*) FILTER (WHERE negativo) AS dias_en_negativo,
        min(fecha) AS primer_dia, max(fecha) AS ultimo_dia
      FROM (${daysWithoutStock(filter)}) AS quiebre
      GROUP BY ubicacion_id, producto_id) AS q
    JOIN (${openDays(filter)}) AS a ON a.ubicacion_id = q.ubicacion_id
    JOIN productos AS p ON p.id = q.producto_id
    ORDER BY q.dias_sin_stock DESC, q.ubicacion_id COLLATE "C", q.producto_id COLLATE "C" ${pageOf(filter)}`,
  row: (raw) => ({
    ubicacion_id: textCell(raw, 'ubicacion_id'),
    ...productLabels(raw),
    dias_sin_stock: countCell(raw, 'dias_sin_stock'),
    dias_en_negativo: countCell(raw, 'dias_en_negativo'),
    dias_abiertos: countCell(raw, 'dias_abiertos'),
    porcentaje: percentage(textCell(raw, 'dias_sin_stock'), textCell(raw, 'dias_abiertos')),
    primer_dia: textCell(raw, 'primer_dia'),
    ultimo_dia: textCell(raw, 'ultimo_dia'),
  }),
};
