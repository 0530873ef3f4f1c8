import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { textCell } from '../../cells.ts';
import { dailyRollups, salesReads, type SalesFilter } from '../sales-filter.ts';
import { readsOfPeriods } from './periods.ts';
import { comparedFigures, comparedSales, type ComparedSales } from './with-receipts.ts';

export interface ComparedDay extends ComparedSales {
  /** The day of the period that is asked about; the others' days lie as far from their periods' beginning. */
  readonly fecha: string;
}

/** Each day that has lines in one of the periods, in their order. */
export const salesComparedByDay: Question<SalesFilter, ComparedDay> = {
  name: 'comparación de ventas por día',
  reads: (filter) => readsOfPeriods(filter, salesReads),
  rollups: dailyRollups,
  sql: (filter) => sql`
    ${comparedSales(filter, (days) => sql`fecha + CAST(${String(days)} AS INTEGER)`, sql`fecha`)}
    ORDER BY clave`,
  row: (raw) => ({ fecha: textCell(raw, 'clave'), ...comparedFigures(raw) }),
};
