import sql, { empty, raw, type Sql } from 'sql-template-tag';
import type { Batch } from '../../base/index.ts';
import type { OperationContext, StreamingContext } from '../context.ts';
import { inScope, rowsOf, streamOf } from '../listing.ts';
import { moneySql } from '../money-sql.ts';
import { requireProduct } from '../product/require.ts';
import { narrowStores } from '../store/narrow.ts';

export type MovementKind = 'entrada' | 'salida' | 'ajuste' | 'transferencia';

/** One movement of stock. Decimals are text, exact, with the sign that the source gave; `fecha_hora` is ISO 8601 in UTC. */
export interface Movement {
  readonly id: string;
  readonly ubicacion_id: string;
  readonly fecha: string;
  readonly fecha_hora: string;
  readonly producto_id: string;
  readonly codigo: string | null;
  readonly descripcion: string | null;
  readonly tipo_movimiento: MovementKind;
  readonly subtipo: string | null;
  readonly origen: string | null;
  readonly destino: string | null;
  readonly referencia: string | null;
  readonly cantidad: string;
  readonly stock_anterior: string | null;
  readonly stock_nuevo: string | null;
  readonly costo_unitario: string | null;
  readonly valor_total: string | null;
  readonly usuario: string | null;
  readonly observaciones: string | null;
}

/** Where a movement stands in the list's order. */
export type MovementKey = Pick<Movement, 'fecha' | 'ubicacion_id' | 'fecha_hora' | 'id'>;

interface MovementsInput {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Of so many days up to the last one that has movements, if `from` is left out; left out: all. */
  readonly lastDays?: number | undefined;
  readonly stores?: readonly string[] | undefined;
  readonly productId?: string | undefined;
  readonly kind?: MovementKind | undefined;
  /** The movement after which the page begins. */
  readonly after?: MovementKey | undefined;
}

/**
 * No index holds the order, and the movements are too many to sort. So every store's day between the first and the last
 * movement is looked up, one after the other, through the primary key or, of a product, through the index (fecha,
 * ubicacion_id, producto_id); the limit ends that after the days that fill the page. (OFFSET 0, and no join with the
 * products, as in the list of sales.)
 */
async function movementsSql(ctx: OperationContext, input: MovementsInput, limit: number | null): Promise<Sql> {
  const stores = await narrowStores({ ctx, input });
  const { from, to, lastDays, productId, kind, after } = input;
  if (productId !== undefined) await requireProduct({ ctx, input: { productId } });
  return sql`
    SELECT m.id, m.ubicacion_id, m.fecha, m.fecha_hora, m.producto_id,
      (SELECT codigo FROM productos WHERE id = m.producto_id) AS codigo,
      (SELECT descripcion FROM productos WHERE id = m.producto_id) AS descripcion, m.tipo_movimiento, m.subtipo,
      m.origen, m.destino, m.referencia, trim_scale(m.cantidad) AS cantidad, trim_scale(m.stock_anterior) AS stock_anterior,
      trim_scale(m.stock_nuevo) AS stock_nuevo, ${raw(moneySql('m.costo_unitario'))} AS costo_unitario, m.valor_total,
      m.usuario, m.observaciones
    FROM (
      SELECT dia.fecha, u.id
      FROM (SELECT min(fecha) AS primero, max(fecha) AS ultimo FROM movimientos_inventario) AS todos
      CROSS JOIN LATERAL (
        SELECT greatest(${from ?? null}::date, primero, ultimo - ${lastDays ?? null}::int + 1) AS primero,
          least(${to ?? null}::date, ${after?.fecha ?? null}::date, ultimo) AS ultimo) AS rango
      CROSS JOIN LATERAL (
        SELECT rango.ultimo - dias AS fecha FROM generate_series(0, rango.ultimo - rango.primero) AS dias) AS dia
      CROSS JOIN ubicaciones AS u
      WHERE ${inScope(sql`u.id`, stores)}
        ${after === undefined ? empty : sql`AND (dia.fecha < ${after.fecha}::date OR u.id >= ${after.ubicacion_id})`}
      ORDER BY dia.fecha DESC, u.id
      OFFSET 0
    ) AS unit
    CROSS JOIN LATERAL (
      SELECT * FROM movimientos_inventario
      WHERE ubicacion_id = unit.id AND fecha = unit.fecha
        ${productId === undefined ? empty : sql`AND producto_id = ${productId}`}
        ${kind === undefined ? empty : sql`AND tipo_movimiento = ${kind}`}
        ${after === undefined ? empty : sql`AND (unit.fecha < ${after.fecha}::date OR unit.id > ${after.ubicacion_id} OR (fecha_hora, id) < (${after.fecha_hora}::timestamptz, ${after.id}::text))`}
      ORDER BY fecha_hora DESC, id DESC
      LIMIT ${limit}
    ) AS m
    ORDER BY unit.fecha DESC, unit.id, m.fecha_hora DESC, m.id DESC
    LIMIT ${limit}`;
}

interface ListMovements {
  readonly ctx: OperationContext;
  readonly input: MovementsInput & { readonly limit: number };
}

/**
 * The movements, those of the last day first: within a day by store, and within a store the last one first.
 *
 * @throws InvalidInput for a store or product that is unknown (or not the actor's)
 */
export async function listMovements({ ctx, input }: ListMovements): Promise<Movement[]> {
  return rowsOf<Movement>(ctx, await movementsSql(ctx, input, input.limit));
}

interface StreamMovements {
  readonly ctx: StreamingContext;
  /** Of a movement, those that are wanted, in their order. */
  readonly columns: readonly string[];
  readonly input: MovementsInput;
}

/** All that `listMovements` would list, of one snapshot. @throws InvalidInput as it does */
export async function* streamMovements({ ctx, columns, input }: StreamMovements): AsyncGenerator<Batch> {
  yield* streamOf(ctx, await movementsSql(ctx, input, null), columns);
}
