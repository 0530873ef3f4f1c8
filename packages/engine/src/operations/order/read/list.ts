import { scopeParameter, type Batch } from '../../../base/index.ts';
import type { OperationContext, StreamingContext } from '../../context.ts';
import { streamOf } from '../../listing.ts';
import { moneySql } from '../../money-sql.ts';
import { narrowStores } from '../../store/narrow.ts';
import type { OrderState } from '../rules/index.ts';

/** An order with its sums. Decimals are text; instants ISO 8601 in UTC. */
export interface Order {
  readonly id: string;
  readonly numero: number;
  readonly estado: OrderState;
  readonly ubicacion_id: string;
  readonly ubicacion: string;
  readonly ubicacion_origen_id: string | null;
  readonly origen: string | null;
  readonly proveedor_id: string | null;
  readonly proveedor: string | null;
  readonly fecha: string;
  readonly fecha_entrega: string | null;
  readonly lineas: number;
  /** Units received, or else approved, or else asked for. */
  readonly unidades: string;
  /** What those units cost; null where no line knows its cost. */
  readonly costo: string | null;
  readonly observaciones: string | null;
  readonly motivo: string | null;
  readonly creado: string;
  readonly actualizado: string;
  readonly version: number;
}

/** Where an order stands in the list. */
export type OrderKey = Pick<Order, 'numero'>;

interface OrdersInput {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly stores?: readonly string[] | undefined;
  readonly states?: readonly OrderState[] | undefined;
  readonly originId?: string | undefined;
  readonly supplierId?: string | undefined;
  /** Only orders that have a line of it. */
  readonly productId?: string | undefined;
  /** The order after which the page begins. */
  readonly after?: OrderKey | undefined;
}

/** The quantity that holds by now. */
export const currentQuantity = 'coalesce(d.cantidad_recibida, d.cantidad_aprobada, d.cantidad_solicitada)';

/** Orders `o` of a condition with their labels and sums, the newest first. Sums are made of those only that are shown. */
function ordersSql(condition: string, limit: string): string {
  return `
    SELECT o.id, o.numero::float8 AS numero, o.estado, o.ubicacion_id, u.nombre AS ubicacion, o.ubicacion_origen_id,
           c.nombre AS origen, o.proveedor_id, p.nombre AS proveedor, o.fecha, o.fecha_entrega, l.lineas, l.unidades,
           ${moneySql('l.costo')} AS costo, o.observaciones, o.motivo, o.created_at AS creado,
           o.updated_at AS actualizado, o.version
    FROM (SELECT * FROM pedidos AS o WHERE ${condition} ORDER BY o.numero DESC LIMIT ${limit}) AS o
    JOIN ubicaciones AS u ON u.id = o.ubicacion_id
    LEFT JOIN ubicaciones AS c ON c.id = o.ubicacion_origen_id
    LEFT JOIN proveedores AS p ON p.id = o.proveedor_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS lineas, trim_scale(coalesce(sum(${currentQuantity}), 0)) AS unidades,
             sum(${currentQuantity} * d.costo_unitario) AS costo
      FROM pedidos_detalle AS d
      WHERE d.pedido_id = o.id
    ) AS l
    ORDER BY o.numero DESC`;
}

const listSql = ordersSql(
  `($1::text[] IS NULL OR o.ubicacion_id = ANY ($1))
   AND ($2::date IS NULL OR o.fecha >= $2) AND ($3::date IS NULL OR o.fecha <= $3)
   AND ($4::text[] IS NULL OR o.estado = ANY ($4))
   AND ($5::text IS NULL OR o.ubicacion_origen_id = $5)
   AND ($6::text IS NULL OR o.proveedor_id = $6)
   AND ($7::text IS NULL OR EXISTS (SELECT FROM pedidos_detalle AS d WHERE d.pedido_id = o.id AND d.producto_id = $7))
   AND ($8::bigint IS NULL OR o.numero < $8)`,
  '$9',
);

const findSql = ordersSql('o.id = $1 AND ($2::text[] IS NULL OR o.ubicacion_id = ANY ($2))', '1');

async function parametersOf(ctx: OperationContext, input: OrdersInput, limit: number | null): Promise<unknown[]> {
  const stores = await narrowStores({ ctx, input });
  const { from, to, states, originId, supplierId, productId, after } = input;
  const filters = [from, to, states, originId, supplierId, productId, after?.numero];
  return [scopeParameter(stores), ...filters.map((value) => value ?? null), limit];
}

interface ListOrders {
  readonly ctx: OperationContext;
  readonly input: OrdersInput & { readonly limit: number };
}

/** The orders that match, the newest first. @throws InvalidInput UNKNOWN_STORE */
export async function listOrders({ ctx, input }: ListOrders): Promise<readonly Order[]> {
  const { rows } = await ctx.db.query<Order>(listSql, await parametersOf(ctx, input, input.limit));
  return rows;
}

interface StreamOrders {
  readonly ctx: StreamingContext;
  /** Of an order, those that are wanted, in their order. */
  readonly columns: readonly string[];
  readonly input: OrdersInput;
}

/** All orders that match, in the order of `listOrders` and of one snapshot. @throws InvalidInput UNKNOWN_STORE */
export async function* streamOrders({ ctx, columns, input }: StreamOrders): AsyncGenerator<Batch> {
  yield* streamOf(ctx, { text: listSql, values: await parametersOf(ctx, input, null) }, columns);
}

interface FindOrder {
  readonly ctx: OperationContext;
  readonly input: { readonly id: string };
}

/** The order; undefined if there is none with the id, or its store is not the actor's. */
export async function findOrder({ ctx, input }: FindOrder): Promise<Order | undefined> {
  const { rows } = await ctx.db.query<Order>(findSql, [input.id, scopeParameter(ctx.stores)]);
  return rows[0];
}
