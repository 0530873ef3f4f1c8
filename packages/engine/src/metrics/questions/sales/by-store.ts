import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { cell, textCell } from '../../cells.ts';
import { sumsOfDaysIn } from '../currency.ts';
import { dailyRollups, dailySums, salesReads, type SalesFilter } from '../sales-filter.ts';
import { figuresWithReceipts, shareOfTotal, type SalesWithReceipts } from './figures.ts';

export interface SalesOfStore extends SalesWithReceipts {
  readonly ubicacion_id: string;
  readonly nombre: string | null;
  /** venta_total in percent of all stores', to 2 decimals; null if that is zero. */
  readonly porcentaje: string | null;
}

/** What each store that has lines sold, the highest amount first. */
export const salesByStore: Question<SalesFilter, SalesOfStore> = {
  name: 'ventas por tienda',
  reads: (filter) => [...salesReads(filter), { table: 'ubicaciones' }],
  rollups: dailyRollups,
  sql: (filter) => sql`
    SELECT sumado.*, sum(monto) OVER () AS total, u.nombre
    FROM (
      SELECT ubicacion_id, ${sumsOfDaysIn(filter)}, sum(facturas) AS facturas
      FROM ${dailySums(filter)}
      GROUP BY ubicacion_id) AS sumado
    LEFT JOIN ubicaciones AS u ON u.id = sumado.ubicacion_id
    ORDER BY monto DESC NULLS LAST, ubicacion_id COLLATE "C"`,
  row: (raw) => ({
    ubicacion_id: textCell(raw, 'ubicacion_id'),
    nombre: cell(raw, 'nombre'),
    ...figuresWithReceipts(raw),
    porcentaje: shareOfTotal(raw),
  }),
};
