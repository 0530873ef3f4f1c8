import { cambiarUbicacion, crearUbicacion } from '@fluxion/contract';
import { changeStore, createStore } from '@fluxion/engine/operations';
import { declare } from '../../http/declare.ts';
import type { Route } from '../../http/server-types.ts';
import { RequestProblem } from '../../problems/problem.ts';

/** POST /ubicaciones */
export const createUbicacion: Route = (app, services) => {
  declare(app, services, crearUbicacion, 'super_admin', async ({ ctx, body }) => {
    const { region = null, ciudad = null, activo = true } = body;
    const store = await createStore({ ctx, input: { ...body, region, ciudad, activo } });
    await ctx.audit({ action: 'ubicacion', object: store.id, detail: { hecho: 'alta', ...store } });
    return store;
  });
};

/** PATCH /ubicaciones/:id */
export const changeUbicacion: Route = (app, services) => {
  declare(app, services, cambiarUbicacion, 'super_admin', async ({ ctx, params: { id }, body }) => {
    const store = await changeStore({ ctx, input: { ...body, id } });
    if (store === undefined) throw new RequestProblem('NOT_FOUND');
    await ctx.audit({ action: 'ubicacion', object: id, detail: { hecho: 'cambio', ...body } });
    return store;
  });
};
