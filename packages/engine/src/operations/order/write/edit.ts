import { jsonText, present } from '../../../base/index.ts';
import { auditParameter } from '../../audit/record.ts';
import { changeFaults, type OrderChanges } from './check-changes.ts';
import { readFacts } from './facts.ts';
import { findHead, type AuditedContext, type KnownOrder } from './head.ts';
import { completeLines } from './lines.ts';
import { allowedTo, editingIn, type OrderRefusal, reaches, type WrittenOrder } from '../rules/index.ts';
import { actorSql, insertLinesSql, returningSql, writtenSql } from './write-sql.ts';

interface EditOrder {
  readonly ctx: AuditedContext;
  readonly input: KnownOrder & { readonly changes: OrderChanges };
}

/** The version decides between two who change it at once: the second finds another one, and writes nothing. */
const editSql = `
  WITH ${actorSql}, written AS (
    UPDATE pedidos AS o
    SET ubicacion_origen_id = $4, proveedor_id = $5, fecha_entrega = $6::date, observaciones = $7, version = o.version + 1
    FROM who
    WHERE o.id = $2 AND o.version = $3
    ${returningSql}
  ), removed AS (
    DELETE FROM pedidos_detalle AS d USING written WHERE d.pedido_id = written.id AND d.producto_id = ANY ($8)
  ), lines AS (
    ${insertLinesSql('written', '$9::jsonb')}
    ON CONFLICT (pedido_id, producto_id) DO UPDATE SET
      cantidad_solicitada = excluded.cantidad_solicitada, cantidad_aprobada = excluded.cantidad_aprobada,
      cantidad_recibida = excluded.cantidad_recibida, observaciones = excluded.observaciones
    WHERE (d.cantidad_solicitada, d.cantidad_aprobada, d.cantidad_recibida, d.observaciones) IS DISTINCT FROM
      (excluded.cantidad_solicitada, excluded.cantidad_aprobada, excluded.cantidad_recibida, excluded.observaciones)
  ), ${writtenSql('$10::jsonb')}`;

/** Changes an order that stays in its state: what its state leaves open, by whom it lets. All of it, or nothing. */
export async function editOrder({ ctx, input }: EditOrder): Promise<WrittenOrder | OrderRefusal> {
  const { changes } = input;
  const head = await findHead(ctx, input);
  if ('refused' in head) return head;
  const { estado: state } = head;
  const editing = editingIn(state);
  if (editing === undefined) return { refused: 'STATE', state, next: allowedTo(ctx.actor.rol, state).next };
  if (!reaches(ctx.actor.rol, editing.role)) return { refused: 'ROLE', needs: editing.role };
  const { lineas = [], quitar = [], ...headerChanges } = changes;
  const header = { ...head, ...present(headerChanges) };
  const facts = await readFacts({
    ctx,
    input: {
      storeId: head.ubicacion_id,
      originId: header.ubicacion_origen_id,
      supplierId: header.proveedor_id,
      productIds: [...lineas.map(({ producto_id }) => producto_id), ...quitar],
      orderId: head.id,
    },
  });
  const faults = [...changeFaults({ head, changes, editing, facts })];
  if (faults.length > 0) return { refused: 'FIELDS', faults };
  const detail = {
    operacion: 'cambiar',
    ubicacion_id: head.ubicacion_id,
    lineas: lineas.length,
    quitadas: quitar.length,
  };
  const { rows } = await ctx.db.query<WrittenOrder>({ name: 'order_edit', text: editSql }, [
    ctx.actor.id,
    head.id,
    head.version,
    header.ubicacion_origen_id,
    header.proveedor_id,
    header.fecha_entrega,
    header.observaciones,
    quitar,
    jsonText(completeLines(lineas, facts)),
    auditParameter({ ctx, input: { action: 'pedido', object: head.id, detail } }),
  ]);
  return rows[0] ?? { refused: 'STALE' };
}
