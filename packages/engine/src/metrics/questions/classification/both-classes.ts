import sql, { type Sql } from 'sql-template-tag';
import type { Need } from '../../../base/index.ts';
import { storeDays } from '../../sql.ts';
import { ratesRead } from '../currency.ts';
import type { SalesFilter } from '../sales-filter.ts';
import { valueClasses } from './value-classes.ts';
import { variationClasses, wholeWeeks, type Weeks } from './variation-classes.ts';

/** ABC of the sales of the period, XYZ of the last whole weeks that end with it. */
export type BothClassesFilter = SalesFilter & Weeks;

/**
 * What stands behind FROM for the products that were sold in the period: `c` has the columns of `valueClasses`, `v` those
 * of `variationClasses`, all NULL for a product that was not sold in the weeks.
 */
export function bothClasses(filter: BothClassesFilter): Sql {
  return sql`(${valueClasses(filter)}) AS c LEFT JOIN (${variationClasses(filter)}) AS v ON v.producto_id = c.producto_id`;
}

/** What that reads. */
export function bothClassesRead(filter: BothClassesFilter): readonly Need[] {
  const weeks = wholeWeeks(filter);
  const from = weeks.from < filter.from ? weeks.from : filter.from;
  return [
    storeDays('ventas_raw', filter.stores, { from, to: filter.to }),
    { table: 'productos' },
    ...ratesRead(filter),
  ];
}
