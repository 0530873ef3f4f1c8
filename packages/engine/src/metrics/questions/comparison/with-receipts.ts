import sql, { type Sql } from 'sql-template-tag';
import type { RawRow } from '../../../base/index.ts';
import { sumColumns } from '../../rollups/index.ts';
import { sumColumnsIn, sumsOfDaysIn } from '../currency.ts';
import { figuresWithReceipts, type SalesWithReceipts } from '../sales/index.ts';
import { dailySums, type SalesFilter } from '../sales-filter.ts';
import { besideEachOther, compared, type Compared } from './periods.ts';

/** Periods beside each other, with their receipts. */
export type ComparedSales = Compared<SalesWithReceipts>;

const columns = [...sumColumns, 'facturas'];

/**
 * The periods beside each other, one row for each key.
 * @param keyOf the key in columns of a store's day, given how many days before it the row lies
 * @param grouping what to group a period by; none: one row, also if there are no lines
 */
export function comparedSales(filter: SalesFilter, keyOf: (days: number) => Sql, grouping?: Sql): Sql {
  return besideEachOther(filter, [...sumColumnsIn(filter), 'facturas'], (of, days) => {
    const sums = sql`SELECT ${keyOf(days)} AS clave, ${sumsOfDaysIn(of)}, sum(facturas) AS facturas FROM ${dailySums(of)}`;
    return grouping ? sql`${sums} GROUP BY ${grouping}` : sums;
  });
}

/** Reads a row of it. */
export function comparedFigures(raw: RawRow): ComparedSales {
  return compared(raw, columns, figuresWithReceipts);
}
