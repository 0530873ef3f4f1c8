import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { cell } from '../../cells.ts';
import { sumColumns } from '../../rollups/index.ts';
import { sumColumnsIn } from '../currency.ts';
import { categorySums, figures, type SalesFigures } from '../sales/index.ts';
import { salesAndProductsRead, type SalesFilter } from '../sales-filter.ts';
import { besideEachOther, compared, readsOfPeriods, type Compared } from './periods.ts';

export interface ComparedCategory extends Compared<SalesFigures> {
  /** Null: lines without a product, or with one that the catalogue does not have. */
  readonly categoria: string | null;
}

/** Each category that has lines in one of the periods, the highest amount of the one that is asked about first. */
export const salesComparedByCategory: Question<SalesFilter, ComparedCategory> = {
  name: 'comparación de ventas por categoría',
  reads: (filter) => readsOfPeriods(filter, salesAndProductsRead),
  sql: (filter) => sql`
    SELECT *
    FROM (${besideEachOther(filter, sumColumnsIn(filter), (of) => sql`SELECT categoria AS clave, v.* FROM (${categorySums(of)}) AS v`)}) AS comparado
    ORDER BY actual_monto DESC NULLS LAST, clave COLLATE "C" NULLS LAST`,
  row: (raw) => ({ categoria: cell(raw, 'clave'), ...compared(raw, sumColumns, figures) }),
};
