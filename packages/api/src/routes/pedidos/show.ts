import { listarLineasPedido, LineasPedido, verPedido } from '@fluxion/contract';
import { allowedTo, findOrder, listOrderLines, type OperationContext, type Order } from '@fluxion/engine/operations';
import type { Route } from '../../http/server-types.ts';
import { declare } from '../../http/declare.ts';
import { RequestProblem } from '../../problems/problem.ts';
import { allAtOnce, declareTable } from '../../tables/answer-table.ts';
import { tellVersion } from './etag.ts';

/** @throws RequestProblem NOT_FOUND if there is none, or none of the caller's */
export async function requireOrder(ctx: OperationContext, id: string): Promise<Order> {
  const order = await findOrder({ ctx, input: { id } });
  if (order === undefined) throw new RequestProblem('NOT_FOUND');
  return order;
}

/** GET /pedidos/:id */
export const showPedido: Route = (app, services) => {
  declare(app, services, verPedido, 'signed in', async ({ ctx, params: { id }, reply }) => {
    // The order first: its version must not be later than the lines are.
    const order = await requireOrder(ctx, id);
    const detalle = await listOrderLines({ ctx, input: { orderId: id } });
    const { next, editing } = allowedTo(ctx.actor.rol, order.estado);
    const editable =
      editing === undefined ? [] : [...editing.header, editing.quantity, ...(editing.lines ? ['lineas'] : [])];
    tellVersion(reply, order.version);
    return { ...order, transiciones: [...next], editable, detalle: [...detalle] };
  });
};

/** GET /pedidos/:id/lineas */
export const listLineas: Route = (app, services) => {
  declareTable(app, services, listarLineasPedido, 'signed in', async ({ ctx, params: { id } }) => {
    const { numero } = await requireOrder(ctx, id);
    const lines = await listOrderLines({ ctx, input: { orderId: id } });
    return { ...allAtOnce(LineasPedido, lines), name: `pedido-${numero}` };
  });
};
