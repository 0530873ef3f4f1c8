import { listarUbicaciones, Ubicaciones } from '@fluxion/contract';
import { listStores } from '@fluxion/engine/operations';
import type { Route } from '../../http/server-types.ts';
import { allAtOnce, declareTable } from '../../tables/answer-table.ts';

/** GET /ubicaciones */
export const listUbicaciones: Route = (app, services) => {
  declareTable(app, services, listarUbicaciones, 'signed in', async ({ ctx }) => {
    await ctx.revalidate([{ table: 'ubicaciones' }]);
    return allAtOnce(Ubicaciones, await listStores({ ctx }));
  });
};
