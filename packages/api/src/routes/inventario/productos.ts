import { buscarProductos, Categorias, listarCategorias, Productos } from '@fluxion/contract';
import { listCategories, searchProducts, streamProducts, type Product } from '@fluxion/engine/operations';
import type { Route } from '../../http/server-types.ts';
import { cursorCodec } from '../../requests/cursor.ts';
import { allAtOnce, declareTable } from '../../tables/answer-table.ts';
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

/** GET /categorias */
export const listCategorias: Route = (app, services) => {
  declareTable(app, services, listarCategorias, 'signed in', async ({ ctx }) => {
    await ctx.revalidate([{ table: 'productos' }]);
    return allAtOnce(Categorias, await listCategories({ ctx }));
  });
};
