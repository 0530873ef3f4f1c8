import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { textCell } from '../../cells.ts';
import { sumsOfDaysIn } from '../currency.ts';
import { dailyRollups, dailySums, salesReads, type SalesFilter } from '../sales-filter.ts';
import { figuresWithReceipts, type SalesWithReceipts } from './figures.ts';

export interface SalesOfDay extends SalesWithReceipts {
  readonly fecha: string;
}

/** What was sold on each business day that has lines, in their order. */
export const salesByDay: Question<SalesFilter, SalesOfDay> = {
  name: 'ventas por día',
  reads: salesReads,
  rollups: dailyRollups,
  sql: (filter) => sql`
    SELECT fecha, ${sumsOfDaysIn(filter)}, sum(facturas) AS facturas
    FROM ${dailySums(filter)}
    GROUP BY fecha
    ORDER BY fecha`,
  row: (raw) => ({ fecha: textCell(raw, 'fecha'), ...figuresWithReceipts(raw) }),
};
