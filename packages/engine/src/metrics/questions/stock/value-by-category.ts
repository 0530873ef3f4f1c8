import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { textCell } from '../../cells.ts';
import type { StockFilter } from './stock-filter.ts';
import { stockFigures, stockSums, stockSumsRead, type StockFigures } from './stock-sums.ts';

export interface StockOfCategory extends StockFigures {
  readonly categoria: string;
}

/** What the stock of each category is worth now, in all stores of the scope; the highest value first. */
export const stockValueByCategory: Question<StockFilter, StockOfCategory> = {
  name: 'valor del inventario por categoría',
  reads: stockSumsRead,
  sql: (filter) => sql`
    SELECT * FROM (${stockSums(sql`p.categoria`, filter)}) AS s ORDER BY valor DESC NULLS LAST, clave COLLATE "C"`,
  row: (raw) => ({ categoria: textCell(raw, 'clave'), ...stockFigures(raw) }),
};
