import { listarPedidos, Pedidos } from '@fluxion/contract';
import { listOrders, streamOrders, type OrderKey } from '@fluxion/engine/operations';
import type { Route } from '../../http/server-types.ts';
import { cursorCodec, type KeyParts } from '../../requests/cursor.ts';
import { dateRange } from '../../requests/range.ts';
import { declareTable } from '../../tables/answer-table.ts';
import { inPages } from '../../tables/in-pages.ts';

function orderKey([text = '', ...more]: KeyParts): OrderKey | undefined {
  const numero = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(numero) && more.length === 0 ? { numero } : undefined;
}

const orderCursors = cursorCodec<OrderKey>({ toParts: ({ numero }) => [String(numero)], fromParts: orderKey });

/** GET /pedidos */
export const listPedidos: Route = (app, services) => {
  declareTable(app, services, listarPedidos, 'signed in', ({ ctx, query }) => {
    const input = {
      ...dateRange(query),
      stores: query.ubicacion_id,
      states: query.estado,
      originId: query.ubicacion_origen_id,
      supplierId: query.proveedor_id,
      productId: query.producto_id,
    };
    return inPages({
      query,
      cursors: orderCursors,
      read: (position) => listOrders({ ctx, input: { ...input, ...position } }),
      stream: (after) => streamOrders({ ctx, columns: Object.keys(Pedidos.columns), input: { ...input, after } }),
    });
  });
};
