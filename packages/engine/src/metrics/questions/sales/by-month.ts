import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { textCell } from '../../cells.ts';
import { sumsOfDaysIn } from '../currency.ts';
import { dailyRollups, dailySums, salesReads, type SalesFilter } from '../sales-filter.ts';
import { figuresWithReceipts, type SalesWithReceipts } from './figures.ts';

export interface SalesOfMonth extends SalesWithReceipts {
  /** Its first day, also if the period begins later. */
  readonly mes: string;
}

/** What was sold in each month that has lines in the period, in their order. */
export const salesByMonth: Question<SalesFilter, SalesOfMonth> = {
  name: 'ventas por mes',
  reads: salesReads,
  rollups: dailyRollups,
  sql: (filter) => sql`
    SELECT CAST(date_trunc('month', fecha) AS DATE) AS mes, ${sumsOfDaysIn(filter)}, sum(facturas) AS facturas
    FROM ${dailySums(filter)}
    GROUP BY mes
    ORDER BY mes`,
  row: (raw) => ({ mes: textCell(raw, 'mes'), ...figuresWithReceipts(raw) }),
};
