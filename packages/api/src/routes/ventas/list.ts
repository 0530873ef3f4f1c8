import { LineasVenta, listarVentas } from '@fluxion/contract';
import { isBusinessDate } from '@fluxion/engine/base';
import { listSales, salesReads, streamSales, type SaleKey } from '@fluxion/engine/operations';
import type { Route } from '../../http/server-types.ts';
import { cursorCodec, isBigint, type KeyParts } from '../../requests/cursor.ts';
import { dateRange } from '../../requests/range.ts';
import { declareTable } from '../../tables/answer-table.ts';
import { inPages } from '../../tables/in-pages.ts';

function saleKey([fecha, ubicacion_id, id, ...more]: KeyParts): SaleKey | undefined {
  if (fecha === undefined || ubicacion_id === undefined || id === undefined || more.length > 0) return undefined;
  return isBusinessDate(fecha) && isBigint(id) ? { fecha, ubicacion_id, id } : undefined;
}

const saleCursors = cursorCodec<SaleKey>({
  toParts: ({ fecha, ubicacion_id, id }) => [fecha, ubicacion_id, id],
  fromParts: saleKey,
});

/** GET /ventas */
export const listVentas: Route = (app, services) => {
  declareTable(app, services, listarVentas, 'signed in', ({ ctx, query }) => {
    const { ubicacion_id: stores, producto_id: products, categoria: categories, q: text, factura: receipt } = query;
    const returned = query.lineas === 'devueltas';
    const input = { ...dateRange(query), stores, products, categories, text, receipt, returned };
    return inPages({
      query,
      cursors: saleCursors,
      read: async (position) => {
        await ctx.revalidate(salesReads(ctx, input));
        return listSales({ ctx, input: { ...input, ...position } });
      },
      stream: (after) => streamSales({ ctx, columns: Object.keys(LineasVenta.columns), input: { ...input, after } }),
    });
  });
};
