import { buscarProductos, Productos } from '@fluxion/contract';
import { searchProducts, streamProducts, type Product } from '@fluxion/engine/operations';
import type { Route } from '../../http/server-types.ts';
import { cursorCodec } from '../../requests/cursor.ts';
import { declareTable } from '../../tables/answer-table.ts';
import { inPages } from '../../tables/in-pages.ts';

const cursors = cursorCodec<Pick<Product, 'codigo'>>({
  toParts: ({ codigo }) => [codigo],
  fromParts: ([codigo, ...more]) => (codigo === undefined || more.length > 0 ? undefined : { codigo }),
});

/** GET /productos */
export const searchProductos: Route = (app, services) => {
  declareTable(app, services, buscarProductos, 'signed in', async ({ ctx, query }) => {
    await ctx.revalidate([{ table: 'productos' }]);
    const input = { text: query.q, category: query.categoria };
    return inPages({
      query,
      cursors,
      read: ({ after, limit }) => searchProducts({ ctx, input: { ...input, after: after?.codigo, limit } }),
      stream: (after) =>
        streamProducts({ ctx, columns: Object.keys(Productos.columns), input: { ...input, after: after?.codigo } }),
    });
  });
};
