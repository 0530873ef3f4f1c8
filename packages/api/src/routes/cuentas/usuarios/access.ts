import { crearEnlace, quitarSegundoFactor } from '@fluxion/contract';
import { createLink, removeFactor } from '@fluxion/engine/operations';
import { declare } from '../../../http/declare.ts';
import type { Route } from '../../../http/server-types.ts';
import { RequestProblem } from '../../../problems/problem.ts';
import { guardAdministrators } from './person-answer.ts';

function refuseOneself(actorId: string, id: string, detail: string): void {
  if (actorId === id) throw new RequestProblem('FORBIDDEN', { detail });
}

/** POST /usuarios/:id/enlace : not for oneself, or whoever holds a session or key would get around the password. */
export const createEnlace: Route = (app, services) => {
  declare(app, services, crearEnlace, 'super_admin', async ({ ctx, request, params: { id } }) => {
    refuseOneself(ctx.actor.id, id, 'Su propia clave se cambia en PUT /sesion/clave.');
    await guardAdministrators({ ctx, request }, { id });
    const created = await createLink({ ctx, input: { userId: id } });
    if (created === undefined) throw new RequestProblem('NOT_FOUND');
    await ctx.audit({ action: 'enlace', object: id });
    return { enlace: created.link, caduca: created.expires };
  });
};

/** DELETE /usuarios/:id/segundo-factor */
export const removeSegundoFactor: Route = (app, services) => {
  declare(app, services, quitarSegundoFactor, 'super_admin', async ({ ctx, request, params: { id } }) => {
    refuseOneself(ctx.actor.id, id, 'Su propio segundo factor se cambia en POST /sesion/segundo-factor.');
    await guardAdministrators({ ctx, request }, { id });
    if (!(await removeFactor({ ctx, input: { userId: id } }))) throw new RequestProblem('NOT_FOUND');
    await ctx.audit({ action: 'segundo_factor', object: id, detail: { hecho: 'quitado' } });
    return null;
  });
};
