import { VentasQuery, VentasResponse } from '@fluxion/contract';
import { isBusinessDate } from '@fluxion/engine/base';
import { listSales, type SaleKey } from '@fluxion/engine/operations';
import { cursorCodec, isBigint, type KeyParts } from '../../requests/cursor.ts';
import { operationContext } from '../../http/operation-context.ts';
import { readPage } from '../../requests/page.ts';
import { dateRange } from '../../requests/range.ts';
import type { Route } from '../../http/server-types.ts';

function saleKey([fecha, ubicacion_id, id, ...more]: KeyParts): SaleKey | undefined {
  if (fecha === undefined || ubicacion_id === undefined || id === undefined || more.length > 0) return undefined;
  return isBusinessDate(fecha) && isBigint(id) ? { fecha, ubicacion_id, id } : undefined;
}

export const saleCursors = cursorCodec<SaleKey>({
  toParts: ({ fecha, ubicacion_id, id }) => [fecha, ubicacion_id, id],
  fromParts: saleKey,
});

/** GET /ventas */
export const listVentas: Route = (app, { pool }) => {
  app.get(
    '/ventas',
    {
      config: { permission: 'signed in' },
      schema: {
        operationId: 'listarVentas',
        summary: 'Líneas de venta, por fecha, tienda y número',
        tags: ['ventas'],
        querystring: VentasQuery,
        response: { 200: VentasResponse },
      },
    },
    async (request, reply) => {
      const { query } = request;
      const range = dateRange(query);
      const ctx = operationContext(pool, request, reply);
      return readPage({
        query,
        cursors: saleCursors,
        read: ({ after, limit }) =>
          listSales({
            ctx,
            input: { ...range, stores: query.ubicacion_id, productId: query.producto_id, after, limit },
          }),
      });
    },
  );
};
