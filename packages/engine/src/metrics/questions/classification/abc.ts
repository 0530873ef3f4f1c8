import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { pageOf, type Page } from '../page.ts';
import { labelColumns, productLabels, type ProductLabels } from '../product-labels.ts';
import { salesAndProductsRead, type SalesFilter } from '../sales-filter.ts';
import { valueFigures, type ValueFigures } from './class-rows.ts';
import { valueClasses } from './value-classes.ts';

export interface AbcProduct extends ProductLabels, ValueFigures {}

/** The products that were sold in the period, each with its ABC class; in the order of their ranking. */
export const abcClasses: Question<SalesFilter & Page, AbcProduct> = {
  name: 'clases ABC',
  reads: salesAndProductsRead,
  sql: (filter) => sql`
    SELECT c.*, ${labelColumns}
    FROM (${valueClasses(filter)}) AS c
    LEFT JOIN productos AS p ON p.id = c.producto_id
    ORDER BY c.ranking ${pageOf(filter)}`,
  row: (raw) => ({ ...productLabels(raw), ...valueFigures(raw) }),
};
