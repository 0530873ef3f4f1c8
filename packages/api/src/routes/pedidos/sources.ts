import { listarOrigenesPedido, OrigenesPedido, SugerenciasPedido, sugerirPedido } from '@fluxion/contract';
import { listOrderSources, listSuggestions } from '@fluxion/engine/operations';
import type { Route } from '../../http/server-types.ts';
import { allAtOnce, declareTable } from '../../tables/answer-table.ts';

/** GET /pedidos/origenes */
export const listOrigenes: Route = (app, services) => {
  declareTable(app, services, listarOrigenesPedido, 'signed in', async ({ ctx }) =>
    allAtOnce(OrigenesPedido, await listOrderSources({ ctx })),
  );
};

/** GET /pedidos/sugerencias */
export const suggestLineas: Route = (app, services) => {
  declareTable(app, services, sugerirPedido, 'signed in', async ({ ctx, query }) => {
    const input = { storeId: query.ubicacion_id, productIds: query.producto_id };
    return allAtOnce(SugerenciasPedido, await listSuggestions({ ctx, input }));
  });
};
