import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { textCell } from '../../cells.ts';
import { sumsOfDaysIn } from '../currency.ts';
import { pageOf, type Page } from '../page.ts';
import { dailyRollups, dailySums, salesReads, type SalesFilter } from '../sales-filter.ts';
import { figuresWithReceipts, type SalesWithReceipts } from './figures.ts';

export interface SalesOfStoreDay extends SalesWithReceipts {
  readonly ubicacion_id: string;
  readonly fecha: string;
}

/** What each store sold on each business day that it has lines of, by store and day. */
export const salesByStoreAndDay: Question<SalesFilter & Page, SalesOfStoreDay> = {
  name: 'ventas por tienda y día',
  reads: salesReads,
  rollups: dailyRollups,
  sql: (filter) => sql`
    SELECT ubicacion_id, fecha, ${sumsOfDaysIn(filter)}, sum(facturas) AS facturas
    FROM ${dailySums(filter)}
    GROUP BY ubicacion_id, fecha
    ORDER BY ubicacion_id COLLATE "C", fecha ${pageOf(filter)}`,
  row: (raw) => ({
    ubicacion_id: textCell(raw, 'ubicacion_id'),
    fecha: textCell(raw, 'fecha'),
    ...figuresWithReceipts(raw),
  }),
};
