import sql, { raw } from 'sql-template-tag';
import { wordExpressions, type Batch, type StoreScope } from '../../base/index.ts';
import type { OperationContext, StreamingContext } from '../context.ts';
import { inScope, isOneOf, rowsOf, streamOf } from '../listing.ts';
import { searchedSql } from '../product/search.ts';

interface StreamAlerts {
  readonly ctx: StreamingContext;
  /** Of an alert, those that are wanted, in their order. */
  readonly columns: readonly string[];
  readonly input: {
    readonly stores: StoreScope;
    readonly categories?: readonly string[] | undefined;
    readonly priorities?: readonly string[] | undefined;
    readonly kinds?: readonly string[] | undefined;
    /** Words that must all appear in codigo, codigo_barras or descripcion. */
    readonly text?: string | undefined;
    /** The alert after which the stream begins. */
    readonly after?: { readonly nivel: number; readonly ubicacion_id: string; readonly codigo: string } | undefined;
  };
}

/** All alerts of the view `alertas_inventario`, the most urgent first, by store and codigo; of one snapshot. */
export function streamAlerts({ ctx, columns, input }: StreamAlerts): AsyncIterable<Batch> {
  const { stores, categories, priorities, kinds, text = '', after } = input;
  const words = wordExpressions(text);
  const statement = sql`
    SELECT ubicacion_id, ubicacion, producto_id, codigo, descripcion, categoria, prioridad, tipo_alerta, nivel,
      trim_scale(cantidad) AS cantidad, trim_scale(stock_minimo) AS stock_minimo, trim_scale(punto_reorden) AS punto_reorden,
      trim_scale(stock_maximo) AS stock_maximo, dias_sin_movimiento, fecha_proximo_vencimiento, dias_para_vencer
    FROM alertas_inventario
    WHERE ${inScope(sql`ubicacion_id`, stores)} AND ${isOneOf(sql`categoria`, categories)}
      AND ${isOneOf(sql`prioridad`, priorities)} AND ${isOneOf(sql`tipo_alerta`, kinds)}
      AND (${words}::text[] = '{}' OR producto_id IN (SELECT id FROM productos WHERE ${raw(searchedSql)} ~ ALL (${words})))
      AND (${after === undefined} OR (nivel, ubicacion_id COLLATE "C", codigo COLLATE "C")
        > (${after?.nivel ?? 0}::int, ${after?.ubicacion_id ?? ''}::text, ${after?.codigo ?? ''}::text))
    ORDER BY nivel, ubicacion_id COLLATE "C", codigo COLLATE "C"`;
  return streamOf(ctx, statement, columns);
}

/** The date that it is in a store. */
export interface StoreDate {
  readonly ubicacion_id: string;
  readonly zona_horaria: string;
  readonly hoy: string;
}

/** The date that it is now in each of the stores. */
export function storeDates(ctx: OperationContext, stores: StoreScope): Promise<readonly StoreDate[]> {
  return rowsOf(
    ctx,
    sql`SELECT id AS ubicacion_id, zona_horaria, (now() AT TIME ZONE zona_horaria)::date AS hoy
        FROM ubicaciones WHERE ${inScope(sql`id`, stores)} ORDER BY id`,
  );
}
