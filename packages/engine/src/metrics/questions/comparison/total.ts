import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { dailyRollups, salesReads, type SalesFilter } from '../sales-filter.ts';
import { readsOfPeriods } from './periods.ts';
import { comparedFigures, comparedSales, type ComparedSales } from './with-receipts.ts';

/** A period's sales beside those before and those of last year, in one row. */
export const salesCompared: Question<SalesFilter, ComparedSales> = {
  name: 'comparación de ventas',
  reads: (filter) => readsOfPeriods(filter, salesReads),
  rollups: dailyRollups,
  sql: (filter) => comparedSales(filter, () => sql`'total'`),
  row: comparedFigures,
};
