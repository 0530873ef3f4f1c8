import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { wordExpressions, type Batch } from '../../base/index.ts';
import type { OperationContext, StreamingContext } from '../context.ts';
import { inScope, isOneOf, rowsOf, streamOf } from '../listing.ts';
import { searchedSql } from '../product/search.ts';
import { narrowStores } from '../store/narrow.ts';
import { stockColumns, type StockRow, type StockState } from './columns.ts';

/** Where a row stands in the list's order. */
export type StockKey = Pick<StockRow, 'ubicacion_id' | 'codigo'>;

interface StockInput {
  readonly stores?: readonly string[] | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly states?: readonly StockState[] | undefined;
  /** Words that must all appear in codigo, codigo_barras or descripcion. */
  readonly text?: string | undefined;
  /** Only what is below zero, or only the rest. */
  readonly negative?: boolean | undefined;
  /** The row after which the page begins. */
  readonly after?: StockKey | undefined;
}

/**
 * One store after the other, each by the index of codigo: so the limit ends the reading, and a page of the largest store
 * does not sort 50,000 products. (OFFSET 0 keeps the stores' order from being flattened away.) What a search finds, it finds
 * once for all stores.
 */
async function stockSql(ctx: OperationContext, input: StockInput, limit: number | null): Promise<Sql> {
  const stores = await narrowStores({ ctx, input });
  const { after, categories, states, text, negative } = input;
  const found = text === undefined ? undefined : wordExpressions(text);
  return sql`
    ${found === undefined ? empty : sql`WITH found AS MATERIALIZED (SELECT id FROM productos WHERE ${raw(searchedSql)} ~ ALL (${found}::text[]))`}
    SELECT existencia.*
    FROM (
      SELECT id FROM ubicaciones
      WHERE ${inScope(sql`id`, stores)} ${after === undefined ? empty : sql`AND id >= ${after.ubicacion_id}`}
      ORDER BY id OFFSET 0
    ) AS unit
    CROSS JOIN LATERAL (
      SELECT ${stockColumns} FROM productos_ubicacion_completa
      WHERE ubicacion_id = unit.id
        ${after === undefined ? empty : sql`AND (unit.id > ${after.ubicacion_id} OR codigo > ${after.codigo})`}
        AND ${isOneOf(sql`categoria`, categories)} AND ${isOneOf(sql`estado`, states)}
        ${negative === undefined ? empty : isNegative(negative)}
        ${found === undefined ? empty : sql`AND producto_id IN (SELECT id FROM found)`}
      ORDER BY codigo
      LIMIT ${limit}
    ) AS existencia
    ORDER BY unit.id, existencia.codigo
    LIMIT ${limit}`;
}

/** What is below zero is little, and has an index of its own. */
function isNegative(wanted: boolean): Sql {
  return wanted
    ? sql`AND producto_id IN (SELECT n.producto_id FROM stock_actual AS n WHERE n.cantidad < 0 AND n.ubicacion_id = unit.id)`
    : sql`AND cantidad >= 0`;
}

interface ListStock {
  readonly ctx: OperationContext;
  readonly input: StockInput & { readonly limit: number };
}

/**
 * The active products configured in active stores with their stock, by (ubicacion_id, codigo).
 *
 * @throws InvalidInput UNKNOWN_STORE
 */
export async function listStock({ ctx, input }: ListStock): Promise<readonly StockRow[]> {
  return rowsOf<StockRow>(ctx, await stockSql(ctx, input, input.limit));
}

interface StreamStock {
  readonly ctx: StreamingContext;
  /** Of a row, those that are wanted, in their order. */
  readonly columns: readonly string[];
  readonly input: StockInput;
}

/** All that `listStock` would list, of one snapshot. @throws InvalidInput as it does */
export async function* streamStock({ ctx, columns, input }: StreamStock): AsyncGenerator<Batch> {
  yield* streamOf(ctx, await stockSql(ctx, input, null), columns);
}
