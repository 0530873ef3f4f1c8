import { listarTasas, TasasCambio } from '@fluxion/contract';
import { listRates } from '@fluxion/engine/operations';
import type { Route } from '../../../http/server-types.ts';
import { dateRange } from '../../../requests/range.ts';
import { allAtOnce, declareTable } from '../../../tables/answer-table.ts';

/** GET /tasas */
export const listTasas: Route = (app, services) => {
  declareTable(app, services, listarTasas, 'signed in', async ({ ctx, query }) => {
    const input = dateRange(query);
    await ctx.revalidate([{ table: 'tasas_cambio' }]);
    return allAtOnce(TasasCambio, await listRates({ ctx, input }));
  });
};
