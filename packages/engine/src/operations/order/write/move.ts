import { auditParameter } from '../../audit/record.ts';
import type { OperationContext } from '../../context.ts';
import { findHead, type AuditedContext, type KnownOrder, type OrderHead } from './head.ts';
import {
  allowedTo,
  type FieldOrderFault,
  type OrderRefusal,
  type OrderState,
  reaches,
  type Step,
  stepsFrom,
  type WrittenOrder,
} from '../rules/index.ts';
import { actorSql, returningSql, writtenSql } from './write-sql.ts';

interface MoveOrder {
  readonly ctx: AuditedContext;
  readonly input: KnownOrder & {
    readonly to: OrderState;
    /** Why: for those who read that it was rejected or cancelled. */
    readonly reason?: string | undefined;
  };
}

/**
 * Who approves and changes nothing has approved what was asked for; who receives likewise what was approved. An order that
 * goes back is approved anew.
 */
const moveSql = `
  WITH ${actorSql}, written AS (
    UPDATE pedidos AS o SET estado = $4, motivo = $5 FROM who
    WHERE o.id = $2 AND o.version = $3
    ${returningSql}
  ), decided AS (
    UPDATE pedidos_detalle AS d
    SET cantidad_aprobada = CASE WHEN $4 <> 'borrador' THEN coalesce(d.cantidad_aprobada, d.cantidad_solicitada) END,
        cantidad_recibida = CASE WHEN $4 = 'recibido'
          THEN coalesce(d.cantidad_recibida, d.cantidad_aprobada, d.cantidad_solicitada) END
    FROM written
    WHERE d.pedido_id = written.id AND $4 IN ('borrador', 'aprobado', 'recibido')
  ), ${writtenSql('$6::jsonb')}`;

function* stepFaults(head: OrderHead, step: Step, reason: string | undefined): Generator<FieldOrderFault> {
  if (step.reason === true && reason === undefined) yield { field: 'motivo', fault: 'REQUIRED' };
  if (step.to !== 'solicitado') return;
  if (!head.pide) yield { field: 'lineas', fault: 'NOTHING_ASKED' };
  if (head.ubicacion_origen_id === null && head.proveedor_id === null)
    yield { field: 'ubicacion_origen_id', fault: 'NO_SOURCE' };
}

function refusalOf({ actor }: OperationContext, head: OrderHead, { to, reason }: MoveOrder['input']) {
  const { estado: state } = head;
  const step = stepsFrom(state).find((possible) => possible.to === to);
  if (step === undefined) return { refused: 'STATE', state, next: allowedTo(actor.rol, state).next } as const;
  if (!reaches(actor.rol, step.role)) return { refused: 'ROLE', needs: step.role } as const;
  const faults = [...stepFaults(head, step, reason)];
  return faults.length > 0 ? ({ refused: 'FIELDS', faults } as const) : undefined;
}

/** Has an order become what it may become next. */
export async function moveOrder({ ctx, input }: MoveOrder): Promise<WrittenOrder | OrderRefusal> {
  const head = await findHead(ctx, input);
  if ('refused' in head) return head;
  const refusal = refusalOf(ctx, head, input);
  if (refusal !== undefined) return refusal;
  const { to, reason } = input;
  const detail = { operacion: 'mover', ubicacion_id: head.ubicacion_id, de: head.estado, a: to };
  const { rows } = await ctx.db.query<WrittenOrder>({ name: 'order_move', text: moveSql }, [
    ctx.actor.id,
    head.id,
    head.version,
    to,
    reason ?? null,
    auditParameter({ ctx, input: { action: 'pedido', object: head.id, detail } }),
  ]);
  return rows[0] ?? { refused: 'STALE' };
}
