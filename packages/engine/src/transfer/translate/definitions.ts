import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteLiteral } from '../../base/index.ts';
import { smallRowsJson, type MacroSpec } from '../../duckdb/index.ts';
import { parseSelect, text, UntranslatableError, type SyntaxNode } from './syntax-tree.ts';
import type { Definitions } from './unstable.ts';

/** The query of a CREATE VIEW begins behind the first AS with which it parses: a quoted name may hold an AS of its own. */
export async function queryOfView(duck: DuckDBConnection, sql: string): Promise<SyntaxNode> {
  for (let at = sql.indexOf(' AS '); at >= 0; at = sql.indexOf(' AS ', at + 1)) {
    const select = await parseSelect(duck, sql.slice(at + 4).replace(/;\s*$/, ''));
    if (select) return select;
  }
  throw new UntranslatableError('a view whose query is not a SELECT');
}

/** Finds what stands behind the views and macros that a query names. */
export function definitionsIn(duck: DuckDBConnection, schema: string, macros: readonly MacroSpec[]): Definitions {
  return async (part) => {
    const relation = text(part, 'table_name');
    if (relation !== '') return viewQueries(duck, text(part, 'schema_name') || schema, relation);
    const called = text(part, 'function_name').toLowerCase();
    const forms = macros
      .filter(({ name }) => name.toLowerCase() === called)
      .flatMap((macro) => [macro, ...(macro.overloads ?? [])].map((form) => ({ form, table: macro.table })));
    const parsed = await Promise.all(
      forms.map(({ form, table }) => parseSelect(duck, table ? form.definition : `SELECT ${form.definition}`)),
    );
    return parsed.filter((select) => select !== undefined);
  };
}

async function viewQueries(duck: DuckDBConnection, schema: string, name: string): Promise<SyntaxNode[]> {
  const rows = await smallRowsJson(
    duck,
    `SELECT sql FROM duckdb_views() WHERE database_name = current_database() AND NOT internal
       AND lower(view_name) = lower(${quoteLiteral(name)}) AND lower(schema_name) IN ('main', lower(${quoteLiteral(schema)}))`,
  );
  return Promise.all(rows.map((row) => queryOfView(duck, String(row.sql))));
}
