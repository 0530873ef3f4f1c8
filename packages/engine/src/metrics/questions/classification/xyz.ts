import sql from 'sql-template-tag';
import type { Question } from '../../../base/index.ts';
import { storeDays } from '../../sql.ts';
import { pageOf, type Page } from '../page.ts';
import { labelColumns, productLabels, type ProductLabels } from '../product-labels.ts';
import type { SalesFilter } from '../sales-filter.ts';
import { variationFigures, type VariationFigures } from './class-rows.ts';
import { variationClasses, wholeWeeks, type Weeks } from './variation-classes.ts';

/** The weeks end with `to`. */
export type XyzFilter = Omit<SalesFilter, 'from'> & Weeks;

export interface XyzProduct extends ProductLabels, VariationFigures {}

/**
 * The products that were sold in the last whole weeks, each with its XYZ class: X first, those without a class last,
 * within a class by their units, the most first.
 */
export const xyzClasses: Question<XyzFilter & Page, XyzProduct> = {
  name: 'clases XYZ',
  reads: (filter) => [storeDays('ventas_raw', filter.stores, wholeWeeks(filter)), { table: 'productos' }],
  sql: (filter) => sql`
    SELECT c.*, ${labelColumns}
    FROM (${variationClasses(filter)}) AS c
    LEFT JOIN productos AS p ON p.id = c.producto_id
    ORDER BY c.xyz COLLATE "C" NULLS LAST, c.suma DESC, c.producto_id COLLATE "C" ${pageOf(filter)}`,
  row: (raw) => ({ ...productLabels(raw), ...variationFigures(raw) }),
};
