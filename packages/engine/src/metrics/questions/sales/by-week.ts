import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { textCell } from '../../cells.ts';
import { sumsOfDaysIn } from '../currency.ts';
import { dailyRollups, dailySums, salesReads, type SalesFilter } from '../sales-filter.ts';
import { figuresWithReceipts, type SalesWithReceipts } from './figures.ts';

export interface SalesOfWeek extends SalesWithReceipts {
  /** The Monday that it begins with, also if the period begins later. */
  readonly semana: string;
}

/** What was sold in each ISO week that has lines in the period, in their order. */
export const salesByWeek: Question<SalesFilter, SalesOfWeek> = {
  name: 'ventas por semana',
  reads: salesReads,
  rollups: dailyRollups,
  sql: (filter) => sql`
    SELECT CAST(date_trunc('week', fecha) AS DATE) AS semana, ${sumsOfDaysIn(filter)}, sum(facturas) AS facturas
    FROM ${dailySums(filter)}
    GROUP BY semana
    ORDER BY semana`,
  row: (raw) => ({ semana: textCell(raw, 'semana'), ...figuresWithReceipts(raw) }),
};
