import { CambiosPedido, historialPedido } from '@fluxion/contract';
import { listOrderHistory, streamOrderHistory, type OrderChangeKey } from '@fluxion/engine/operations';
import type { Route } from '../../http/server-types.ts';
import { cursorCodec, isBigint } from '../../requests/cursor.ts';
import { declareTable } from '../../tables/answer-table.ts';
import { inPages } from '../../tables/in-pages.ts';
import { requireOrder } from './show.ts';

const changeCursors = cursorCodec<OrderChangeKey>({
  toParts: ({ id, campo }) => [id, campo],
  fromParts: ([id = '', campo, ...more]) =>
    campo !== undefined && more.length === 0 && isBigint(id) ? { id, campo } : undefined,
});

/** GET /pedidos/:id/historial */
export const listHistorial: Route = (app, services) => {
  declareTable(app, services, historialPedido, 'signed in', async ({ ctx, query, params }) => {
    const { numero } = await requireOrder(ctx, params.id);
    const input = { orderId: params.id };
    const answer = inPages({
      query,
      cursors: changeCursors,
      read: (position) => listOrderHistory({ ctx, input: { ...input, ...position } }),
      stream: (after) =>
        streamOrderHistory({ ctx, columns: Object.keys(CambiosPedido.columns), input: { ...input, after } }),
    });
    return { ...answer, name: `pedido-${numero}-historial` };
  });
};
