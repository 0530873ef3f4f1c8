import { scopeParameter, type Batch } from '../../../base/index.ts';
import type { OperationContext, StreamingContext } from '../../context.ts';
import { streamOf } from '../../listing.ts';
import { headerFields, quantityFields } from '../rules/index.ts';

/** One field that a change of an order has changed. `momento` is ISO 8601 in UTC. */
export interface OrderChange {
  /** Of the change: several fields may have changed at once. */
  readonly id: string;
  readonly momento: string;
  /** Who made it; null: somebody at the database itself. */
  readonly usuario_id: string | null;
  readonly usuario: string | null;
  readonly operacion: 'crear' | 'cambiar' | 'quitar';
  /** Of the line; null: it was the order itself. */
  readonly producto_id: string | null;
  readonly descripcion: string | null;
  readonly campo: string;
  readonly antes: string | null;
  readonly despues: string | null;
}

/** Where a row stands in the list. */
export type OrderChangeKey = Pick<OrderChange, 'id' | 'campo'>;

interface HistoryInput {
  readonly orderId: string;
  readonly after?: OrderChangeKey | undefined;
}

/** What people decide of an order. The rest follows from it. */
const told = ['estado', 'motivo', ...headerFields, ...quantityFields];

const valueSql = (row: string): string =>
  `CASE WHEN f.campo LIKE 'cantidad%' THEN trim_scale((${row} ->> f.campo)::numeric)::text ELSE ${row} ->> f.campo END`;

const historySql = `
  SELECT h.id, h.momento, h.usuario_id, u.nombre AS usuario, h.operacion,
         coalesce(h.despues, h.antes) ->> 'producto_id' AS producto_id, p.descripcion, f.campo,
         ${valueSql('h.antes')} AS antes, ${valueSql('h.despues')} AS despues
  FROM pedidos_historial AS h
  JOIN pedidos AS o ON o.id = h.pedido_id
  CROSS JOIN (VALUES ${told.map((field) => `('${field}' COLLATE "C")`).join(', ')}) AS f(campo)
  LEFT JOIN usuarios AS u ON u.id = h.usuario_id
  LEFT JOIN productos AS p ON p.id = coalesce(h.despues, h.antes) ->> 'producto_id'
  WHERE h.pedido_id = $1 AND ($2::text[] IS NULL OR o.ubicacion_id = ANY ($2))
    AND h.antes ->> f.campo IS DISTINCT FROM h.despues ->> f.campo
    AND ($3::bigint IS NULL OR (h.id, f.campo) > ($3, $4::text))
  ORDER BY h.id, f.campo
  LIMIT $5`;

function parametersOf(ctx: OperationContext, { orderId, after }: HistoryInput, limit: number | null): unknown[] {
  return [orderId, scopeParameter(ctx.stores), after?.id ?? null, after?.campo ?? null, limit];
}

interface ListOrderHistory {
  readonly ctx: OperationContext;
  readonly input: HistoryInput & { readonly limit: number };
}

/** What has changed of an order, the first change first; nothing of one that is not the actor's. */
export async function listOrderHistory({ ctx, input }: ListOrderHistory): Promise<readonly OrderChange[]> {
  const { rows } = await ctx.db.query<OrderChange>(historySql, parametersOf(ctx, input, input.limit));
  return rows;
}

interface StreamOrderHistory {
  readonly ctx: StreamingContext;
  /** Of a row, those that are wanted, in their order. */
  readonly columns: readonly string[];
  readonly input: HistoryInput;
}

/** All that has changed of an order, in the order of `listOrderHistory`. */
export function streamOrderHistory({ ctx, columns, input }: StreamOrderHistory): AsyncIterable<Batch> {
  return streamOf(ctx, { text: historySql, values: parametersOf(ctx, input, null) }, columns);
}
