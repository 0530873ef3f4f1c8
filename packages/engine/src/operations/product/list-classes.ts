import sql, { raw, type Sql } from 'sql-template-tag';
import type { Batch } from '../../base/index.ts';
import type { OperationContext, StreamingContext } from '../context.ts';
import { inScope, rowsOf, streamOf } from '../listing.ts';
import { moneySql } from '../money-sql.ts';
import { narrowStores } from '../store/narrow.ts';
import type { StoredClass } from './story.ts';

/** Where a class stands in the list. */
export type StoredClassKey = Pick<StoredClass, 'fecha_calculo' | 'ubicacion_id'>;

interface ClassesInput {
  readonly productId: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly stores?: readonly string[] | undefined;
  /** The class after which the page begins. */
  readonly after?: StoredClassKey | undefined;
}

async function classesSql(ctx: OperationContext, input: ClassesInput, limit: number | null): Promise<Sql> {
  const stores = await narrowStores({ ctx, input });
  const { productId, from = null, to = null, after } = input;
  return sql`
    SELECT h.fecha_calculo, h.ubicacion_id, h.clasificacion_abc_valor, h.clasificacion_xyz, h.matriz, h.ranking_valor,
      ${raw(moneySql('h.valor_consumo_total'))} AS valor_consumo_total, h.porcentaje_valor, h.porcentaje_acumulado,
      h.coeficiente_variacion, trim_scale(h.demanda_promedio_semanal) AS demanda_promedio_semanal
    FROM productos_abc_v2_historico AS h
    WHERE h.codigo_producto = (SELECT codigo FROM productos WHERE id = ${productId})
      AND ${inScope(sql`h.ubicacion_id`, stores)}
      AND (${from}::date IS NULL OR h.fecha_calculo >= ${from}::date)
      AND (${to}::date IS NULL OR h.fecha_calculo <= ${to}::date)
      AND (${after === undefined} OR h.fecha_calculo < ${after?.fecha_calculo ?? null}::date
        OR h.fecha_calculo = ${after?.fecha_calculo ?? null}::date AND h.ubicacion_id > ${after?.ubicacion_id ?? ''}::text)
    ORDER BY h.fecha_calculo DESC, h.ubicacion_id
    LIMIT ${limit}`;
}

interface ListProductClasses {
  readonly ctx: OperationContext;
  readonly input: ClassesInput & { readonly limit: number };
}

/**
 * The classes that were calculated for a product, the last ones first, by store; none of a product that is not there.
 *
 * @throws InvalidInput UNKNOWN_STORE
 */
export async function listProductClasses({ ctx, input }: ListProductClasses): Promise<readonly StoredClass[]> {
  return rowsOf<StoredClass>(ctx, await classesSql(ctx, input, input.limit));
}

interface StreamProductClasses {
  readonly ctx: StreamingContext;
  /** Of a class, those that are wanted, in their order. */
  readonly columns: readonly string[];
  readonly input: ClassesInput;
}

/** All that `listProductClasses` would list, of one snapshot. @throws InvalidInput as it does */
export async function* streamProductClasses({ ctx, columns, input }: StreamProductClasses): AsyncGenerator<Batch> {
  yield* streamOf(ctx, await classesSql(ctx, input, null), columns);
}
