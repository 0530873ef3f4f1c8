import { ProductosQuery, ProductosResponse } from '@fluxion/contract';
import { searchProducts, type Product } from '@fluxion/engine/operations';
import { cursorCodec } from '../../requests/cursor.ts';
import { requestContext } from '../../context/request-context.ts';
import { readPage } from '../../requests/page.ts';
import type { Route } from '../../http/server-types.ts';

const cursors = cursorCodec<Pick<Product, 'codigo'>>({
  toParts: ({ codigo }) => [codigo],
  fromParts: ([codigo, ...more]) => (codigo === undefined || more.length > 0 ? undefined : { codigo }),
});

/** GET /productos */
export const searchProductos: Route = (app, services) => {
  app.get(
    '/productos',
    {
      config: { permission: 'signed in' },
      schema: {
        operationId: 'buscarProductos',
        summary: 'El catálogo, por código',
        tags: ['productos'],
        querystring: ProductosQuery,
        response: { 200: ProductosResponse },
      },
    },
    async (request, reply) => {
      const { query } = request;
      const ctx = requestContext(services, request, reply);
      return readPage({
        query,
        cursors,
        read: ({ after, limit }) =>
          searchProducts({ ctx, input: { text: query.q, category: query.categoria, after: after?.codigo, limit } }),
      });
    },
  );
};
