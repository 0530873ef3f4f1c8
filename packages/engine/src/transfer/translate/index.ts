import type { DuckDBConnection } from '@duckdb/node-api';
import type { DuckType } from '../../catalog/index.ts';
import type { MacroSpec, ViewSpec } from '../../duckdb/index.ts';
import { bareScope, beginTranslation, type TargetNames } from './bind/index.ts';
import { definitionsIn, queryOfView } from './definitions.ts';
import { translateExpression, translateQuery } from './query/index.ts';
import { instability, type Instability } from './unstable.ts';

export { UntranslatableError } from './syntax-tree.ts';
export type { Instability } from './unstable.ts';

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
  /** Why the view's answer, or that of a view which it reads, can differ from run to run on the same data; undefined: it cannot. */
  unstable(view: Pick<ViewSpec, 'schema' | 'sql'>): Promise<Instability | undefined>;
}

/** Translates DuckDB's SQL to PostgreSQL's through DuckDB's own syntax tree; what is not on the allow-list is refused by name. */
export function createTranslator(duck: DuckDBConnection, names: Names): Translator {
  const { macros = [], columns = [] } = names;
  const begin = (schema: string) => beginTranslation({ duck, names, schema, macros }, translateQuery);
  return {
    async expression(sql) {
      return translateExpression(sql, columns, await begin('main'));
    },
    async view({ schema, sql }) {
      const { sql: query } = await translateQuery(await queryOfView(duck, sql), await begin(schema), bareScope);
      return query;
    },
    unstable: async ({ schema, sql }) => instability(await queryOfView(duck, sql), definitionsIn(duck, schema, macros)),
  };
}
