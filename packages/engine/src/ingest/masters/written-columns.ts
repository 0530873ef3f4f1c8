import type { ClientBase } from 'pg';
import { quoteIdentifier } from '../../base/index.ts';
import type { MasterTable } from './master-table.ts';

/** A column that is written, and the expression that gives its value from `d`, the line, and `t`, the row that is there. */
export interface WrittenColumn {
  /** Quoted. */
  readonly name: string;
  readonly sql: string;
}

interface TableColumn {
  readonly name: string;
  readonly notNull: boolean;
  readonly fallback: string | null;
}

const columnsSql = `
  SELECT a.attname AS name, a.attnotnull AS "notNull", pg_get_expr(d.adbin, d.adrelid) AS fallback
  FROM pg_attribute AS a LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`;

/**
 * The columns that a delivery with these fields writes, but for the key. A delivered field without a value gets the column's
 * default, else NULL, in a new row as in one that is there, so that loading again changes nothing; only where the column
 * must have a value (a store's time zone) does a row keep the one it has.
 */
export async function writtenColumns(
  client: ClientBase,
  { name, key, hasPlaceholders }: MasterTable,
  delivered: ReadonlySet<string>,
): Promise<WrittenColumn[]> {
  const { rows } = await client.query<TableColumn>(columnsSql, [`public.${name}`]);
  const keys = new Set(key.map(({ column }) => column));
  const columns = rows.filter((column) => delivered.has(column.name) && !keys.has(column.name)).map(writtenColumn);
  return hasPlaceholders ? [...columns, { name: 'es_provisional', sql: 'false' }] : columns;
}

function writtenColumn({ name: column, notNull, fallback }: TableColumn): WrittenColumn {
  const name = quoteIdentifier(column);
  const values = [`d.${name}`, ...(notNull ? [`t.${name}`] : []), ...(fallback === null ? [] : [fallback])];
  return { name, sql: values.length === 1 ? `d.${name}` : `coalesce(${values.join(', ')})` };
}
