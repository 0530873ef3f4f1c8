import { scopeParameter } from '../../../base/index.ts';
import type { AuditOrigin } from '../../audit/record.ts';
import type { OperationContext } from '../../context.ts';
import type { OrderHeader } from './check-header.ts';
import type { OrderRefusal, OrderState } from '../rules/index.ts';

/** An order before it is changed. */
export interface OrderHead extends OrderHeader {
  readonly id: string;
  readonly estado: OrderState;
  readonly version: number;
  readonly lineas: number;
  /** Whether any line asks for something. */
  readonly pide: boolean;
}

/** What an operation gets that the audit log tells of. */
export type AuditedContext = OperationContext & AuditOrigin;

/** Which order is to be changed, and what of it the caller knows. */
export interface KnownOrder {
  readonly id: string;
  readonly version: number;
}

const headSql = `
  SELECT o.id::text, o.estado::text, o.version, o.ubicacion_id::text, o.ubicacion_origen_id::text, o.proveedor_id::text,
         o.fecha_entrega, o.observaciones, l.lineas, l.pide
  FROM pedidos AS o
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS lineas, coalesce(bool_or(cantidad_solicitada > 0), false) AS pide
    FROM pedidos_detalle WHERE pedido_id = o.id
  ) AS l
  WHERE o.id = $1 AND ($2::text[] IS NULL OR o.ubicacion_id = ANY ($2))`;

/** The order as the caller knows it; a refusal if there is none that the actor may see, or if it has changed since. */
export async function findHead(ctx: OperationContext, known: KnownOrder): Promise<OrderHead | OrderRefusal> {
  const { rows } = await ctx.db.query<OrderHead>({ name: 'order_head', text: headSql }, [
    known.id,
    scopeParameter(ctx.stores),
  ]);
  const [head] = rows;
  if (head === undefined) return { refused: 'UNKNOWN' };
  return head.version === known.version ? head : { refused: 'STALE' };
}
