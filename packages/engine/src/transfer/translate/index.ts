import type { DuckDBConnection } from '@duckdb/node-api';
import type { DuckType } from '../../catalog/index.ts';
import type { MacroSpec, ViewSpec } from '../../duckdb/index.ts';
import { translateExpression } from './query/expression.ts';
import { translateQuery } from './query/query.ts';
import { bareScope } from './bind/scope.ts';
import { readSource } from './bind/source.ts';
import { Translation, type Names as TargetNames } from './bind/translation.ts';
import { parseSelect, UntranslatableError, type SyntaxNode } from './syntax-tree.ts';
import { instability } from './unstable.ts';

export { UntranslatableError } from './syntax-tree.ts';

/** Names as the target has them, and what the source's texts may name without saying more. */
export interface Names extends TargetNames {
  /** The source's macros, which are written out where they are called. */
  readonly macros?: readonly MacroSpec[];
  /** The columns of the table that expressions belong to. */
  readonly columns?: readonly { readonly name: string; readonly type: DuckType }[];
}

export interface Translator {
  /** An expression of a default, a check, an index or a generated column. @throws UntranslatableError that names what has no translation */
  expression(sql: string): Promise<string>;
  /** The query of a view. @throws UntranslatableError likewise */
  view(view: Pick<ViewSpec, 'schema' | 'sql'>): Promise<string>;
  /** Why the view's answer can differ from one run to the next on the same data; undefined: it cannot. */
  unstable(view: Pick<ViewSpec, 'sql'>): Promise<string | undefined>;
}

/** Translates DuckDB's SQL to PostgreSQL's through DuckDB's own syntax tree; what is not on the allow-list is refused by name. */
export function createTranslator(connection: DuckDBConnection, names: Names): Translator {
  const begin = async (schema: string) =>
    new Translation(
      { duck: connection, names, schema, source: await readSource(connection), macros: names.macros ?? [] },
      translateQuery,
    );
  return {
    async expression(sql) {
      return translateExpression(sql, names.columns ?? [], await begin('main'));
    },
    async view({ schema, sql }) {
      const { sql: query } = await translateQuery(await queryOf(connection, sql), await begin(schema), bareScope);
      return query;
    },
    unstable: async ({ sql }) => instability(await queryOf(connection, sql)),
  };
}

/** The query of a CREATE VIEW begins behind the first AS with which it parses: a quoted name may hold an AS of its own. */
async function queryOf(connection: DuckDBConnection, sql: string): Promise<SyntaxNode> {
  for (let at = sql.indexOf(' AS '); at >= 0; at = sql.indexOf(' AS ', at + 1)) {
    const select = await parseSelect(connection, sql.slice(at + 4).replace(/;\s*$/, ''));
    if (select) return select;
  }
  throw new UntranslatableError('a view whose query is not a SELECT');
}
