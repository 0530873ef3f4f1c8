import type { DuckDBConnection } from '@duckdb/node-api';
import type { ViewSpec } from '../../duckdb/index.ts';
import { translateExpression, type TranslationContext } from './expression.ts';
import { translateSelect } from './select.ts';
import { nodes, parseSelect, UntranslatableError } from './syntax-tree.ts';

export { UntranslatableError } from './syntax-tree.ts';

/** Names as the target has them. */
export type Names = Omit<TranslationContext, 'query'>;

export interface Translator {
  /** An expression of a default or a check. @throws UntranslatableError that names what has no translation */
  expression(sql: string): Promise<string>;
  /** The query of a view. @throws UntranslatableError likewise */
  view(view: ViewSpec): Promise<string>;
}

/** Translates DuckDB's SQL to PostgreSQL's through DuckDB's own syntax tree; what is not on the allow-list is refused by name. */
export function createTranslator(connection: DuckDBConnection, names: Names): Translator {
  const context: TranslationContext = { ...names, query: (select) => translateSelect(select, context) };
  return {
    async expression(sql) {
      const select = await parseSelect(connection, `SELECT ${sql}`);
      const [item] = select ? nodes(select, 'select_list') : [];
      if (!item) throw new UntranslatableError(`the expression ${sql}`);
      return translateExpression(item, context);
    },
    async view({ sql }) {
      // The query begins behind the first AS with which it parses: a quoted name may hold an AS of its own.
      for (let at = sql.indexOf(' AS '); at >= 0; at = sql.indexOf(' AS ', at + 1)) {
        const select = await parseSelect(connection, sql.slice(at + 4).replace(/;\s*$/, ''));
        if (select) return context.query(select);
      }
      throw new UntranslatableError('a view whose query is not a SELECT');
    },
  };
}
