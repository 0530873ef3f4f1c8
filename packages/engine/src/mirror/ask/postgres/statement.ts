import type { Sql } from 'sql-template-tag';
import { quoteIdentifier, quoteQualified, type Need, type Rollup } from '../../../base/index.ts';

/** A table in PostgreSQL, by the name that it is declared with. */
export function tableSql(declared: string): string {
  const dot = declared.indexOf('.');
  return dot < 0 ? quoteQualified('public', declared) : quoteQualified(declared.slice(0, dot), declared.slice(dot + 1));
}

/** What a statement's own common table expressions begin with; space and comments may stand before it. */
const leadingWith = /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*WITH\s+(RECURSIVE\s)?/i;

/** A statement with its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/**
 * The question's statement for PostgreSQL, which has no rollups: their tables are expressions there.
 * @param nameOf how a declared table is written
 */
export function forPostgres(sql: Sql, rollups: readonly Rollup[], nameOf = tableSql): Statement {
  const { text, values } = sql;
  if (rollups.length === 0) return { text, values };
  const expressions = rollups
    .map(({ name, of, sql: rollup }) => `${quoteIdentifier(name)} AS NOT MATERIALIZED (${rollup(nameOf(of))})`)
    .join(',\n');
  const own = leadingWith.exec(text);
  if (!own) return { text: `WITH ${expressions}\n${text}`, values };
  const [prefix, recursive = ''] = own;
  return { text: `WITH ${recursive}${expressions},\n${text.slice(prefix.length)}`, values };
}

/**
 * Locks the tables against being truncated or rewritten, in an order that is always the same. A transaction that began
 * before and waits would otherwise find them empty: such changes do not keep to snapshots.
 */
export function lockSql(needs: readonly Need[]): string | undefined {
  const tables = [...new Set(needs.map(({ table }) => tableSql(table)))].toSorted();
  return tables.length === 0 ? undefined : `LOCK TABLE ${tables.join(', ')} IN ACCESS SHARE MODE`;
}
