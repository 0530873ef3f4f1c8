import sql, { type Sql } from 'sql-template-tag';
import { quoteIdentifier, scopeParameter, type Batch, type StoreScope } from '../base/index.ts';
import type { OperationContext, StreamingContext } from './context.ts';

/** The condition that the store of the column lies in the scope. */
export function inScope(column: Sql, stores: StoreScope): Sql {
  const ids = scopeParameter(stores);
  return sql`(${ids}::text[] IS NULL OR ${column} = ANY (${ids}))`;
}

/** The condition that the column has one of the values; of no list every row meets it. */
export function isOneOf(column: Sql, values: readonly string[] | undefined): Sql {
  return sql`(${values ?? null}::text[] IS NULL OR ${column} = ANY (${values ?? null}))`;
}

/** The rows of a statement. `Row` is what the caller knows of its SELECT list. */
export async function rowsOf<Row extends object>(ctx: OperationContext, { text, values }: Sql): Promise<Row[]> {
  const { rows } = await ctx.db.query<Row>(text, values);
  return rows;
}

/** All rows of a statement as a stream, in its order: of its columns those that are wanted, in their order. */
export function streamOf(
  ctx: Pick<StreamingContext, 'db'>,
  { text, values }: Pick<Sql, 'text' | 'values'>,
  columns: readonly string[],
): AsyncIterable<Batch> {
  return ctx.db.stream(`SELECT ${columns.map(quoteIdentifier).join(', ')} FROM (${text}) AS listed`, values);
}
