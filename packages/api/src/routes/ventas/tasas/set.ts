import { fijarTasa, quitarTasa } from '@fluxion/contract';
import { removeRate, setRate } from '@fluxion/engine/operations';
import { declare } from '../../../http/declare.ts';
import type { Route } from '../../../http/server-types.ts';
import { RequestProblem } from '../../../problems/problem.ts';

/** PUT /tasas/:fecha */
export const setTasa: Route = (app, services) => {
  declare(app, services, fijarTasa, 'gerente_general', async ({ ctx, params: { fecha }, body: { bs_por_usd } }) => {
    const rate = await setRate({ ctx, input: { fecha, bs_por_usd } });
    await ctx.audit({ action: 'tasa', object: fecha, detail: { hecho: 'fijada', bs_por_usd: rate.bs_por_usd } });
    return rate;
  });
};

/** DELETE /tasas/:fecha */
export const removeTasa: Route = (app, services) => {
  declare(app, services, quitarTasa, 'gerente_general', async ({ ctx, params: { fecha } }) => {
    if (!(await removeRate({ ctx, input: { fecha } }))) throw new RequestProblem('NOT_FOUND');
    await ctx.audit({ action: 'tasa', object: fecha, detail: { hecho: 'quitada' } });
    return null;
  });
};
