import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Need, Question, UnitValues } from '../../../base/index.ts';
import { mirrored, rollups } from './tables.ts';

/** Which rows are asked for: of which tables, with which columns, of which units. */
export interface Wanted {
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
  /** Rows of this shop only, where a table's unit has one. */
  readonly shop: string | null;
  /** Rows of days until then only, where a table's unit has one. */
  readonly until: string | null;
  /** Also the sums that are kept beside `lines`. */
  readonly sums: boolean;
}

/** Of which units of a table rows are wanted: by their columns. */
export function unitsOf({ shop, until }: Wanted, table: string): Readonly<Record<string, UnitValues>> {
  const { unit = [] } = mirrored.find(({ name }) => name === table) ?? {};
  return {
    ...(shop !== null && unit.includes('shop') ? { shop: [shop] } : {}),
    ...(until !== null && unit.includes('day') ? { day: { to: until } } : {}),
  };
}

function conditions(wanted: Wanted, table: string): Sql {
  const units = unitsOf(wanted, table);
  const all = [
    ...('shop' in units ? [sql`shop = ${wanted.shop}`] : []),
    ...('day' in units ? [sql`day <= CAST(${wanted.until} AS DATE)`] : []),
  ];
  return all.length === 0 ? sql`true` : join(all, ' AND ');
}

/** Whole rows as texts: nothing about them is missed. */
function rowsOf(wanted: Wanted, source: string, table: string, columns: readonly string[]): Sql {
  const texts = columns.map((name) => `coalesce(CAST("${name}" AS VARCHAR), '~')`).join(', ');
  return sql`SELECT CAST(${source} AS VARCHAR) AS source, concat_ws('|', ${raw(texts)}) AS line
    FROM ${raw(source)} WHERE ${conditions(wanted, table)}`;
}

export const content: Question<Wanted, string> = {
  name: 'content',
  reads: (wanted) => {
    const tables = wanted.tables.map(({ name }) => name);
    const names = new Set(wanted.sums ? [...tables, 'lines'] : tables);
    return [...names].map((table): Need => ({ table, units: unitsOf(wanted, table) }));
  },
  rollups,
  sql: (wanted) => {
    const parts = wanted.tables.map(({ name, columns }) => rowsOf(wanted, name, name, columns));
    if (wanted.sums) parts.push(rowsOf(wanted, 'day_sums', 'lines', ['shop', 'day', 'n', 'amount']));
    return sql`SELECT source, line FROM (${join(parts, ' UNION ALL ')}) AS lines_of_all
      ORDER BY source COLLATE "C", line COLLATE "C"`;
  },
  row: ({ source, line }) => `${source}|${line}`,
};
