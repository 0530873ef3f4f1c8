import { crearEnlace, quitarSegundoFactor } from '@fluxion/contract';
import { createLink, removeFactor } from '@fluxion/engine/operations';
import type { FastifyRequest } from 'fastify';
import { requirePermission } from '../../../auth/require-permission.ts';
import type { RequestContext } from '../../../context/request-context.ts';
import { declare } from '../../../http/declare.ts';
import type { Route } from '../../../http/server-types.ts';
import { RequestProblem } from '../../../problems/problem.ts';

/**
 * What lets others in is made by an administrator in person: an API key that got away must not let anybody in who stays when
 * it is revoked. Not for oneself either, or whoever holds a session would get around the password.
 *
 * @throws RequestProblem FORBIDDEN
 */
function guardWayIn({ ctx, request }: { ctx: RequestContext; request: FastifyRequest }, id: string, own: string): void {
  if (ctx.actor.id === id) throw new RequestProblem('FORBIDDEN', { detail: own });
  if (request.principal !== null) requirePermission(request.principal, 'in person');
}

/** POST /usuarios/:id/enlace */
export const createEnlace: Route = (app, services) => {
  declare(app, services, crearEnlace, 'super_admin', async ({ ctx, request, params: { id } }) => {
    guardWayIn({ ctx, request }, id, 'Su propia clave se cambia en PUT /sesion/clave.');
    const created = await createLink({ ctx, input: { userId: id } });
    if (created === undefined) throw new RequestProblem('NOT_FOUND');
    await ctx.audit({ action: 'enlace', object: id });
    return { enlace: created.link, caduca: created.expires };
  });
};

/** DELETE /usuarios/:id/segundo-factor */
export const removeSegundoFactor: Route = (app, services) => {
  declare(app, services, quitarSegundoFactor, 'super_admin', async ({ ctx, request, params: { id } }) => {
    guardWayIn({ ctx, request }, id, 'Su propio segundo factor se cambia en POST /sesion/segundo-factor.');
    if (!(await removeFactor({ ctx, input: { userId: id } }))) throw new RequestProblem('NOT_FOUND');
    await ctx.audit({ action: 'segundo_factor', object: id, detail: { hecho: 'quitado' } });
    return null;
  });
};
