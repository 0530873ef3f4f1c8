import { HistoriaClases, listarClasesProducto } from '@fluxion/contract';
import { listProductClasses, streamProductClasses } from '@fluxion/engine/operations';
import type { Route } from '../../../http/server-types.ts';
import { dateRange } from '../../../requests/range.ts';
import { declareTable } from '../../../tables/answer-table.ts';
import { inPages } from '../../../tables/in-pages.ts';
import { classCursors as cursors } from './class-cursors.ts';
import { productThere } from './product-there.ts';

/** GET /productos/:id/clases */
export const listClases: Route = (app, services) => {
  declareTable(app, services, listarClasesProducto, 'signed in', async ({ ctx, query, params }) => {
    await productThere(ctx, params.id);
    const input = { ...dateRange(query), stores: query.ubicacion_id, productId: params.id };
    return inPages({
      query,
      cursors,
      read: (position) => listProductClasses({ ctx, input: { ...input, ...position } }),
      stream: (after) =>
        streamProductClasses({ ctx, columns: Object.keys(HistoriaClases.columns), input: { ...input, after } }),
    });
  });
};
