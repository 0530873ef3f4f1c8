import { listarSesiones, terminarSesion } from '@fluxion/contract';
import { endSession, listSessions } from '@fluxion/engine/operations';
import { declare } from '../../../http/declare.ts';
import type { Route } from '../../../http/server-types.ts';
import { RequestProblem } from '../../../problems/problem.ts';

/** GET /sesiones */
export const listSesiones: Route = (app, services) => {
  declare(app, services, listarSesiones, 'signed in', async ({ ctx }) => ({
    datos: [...(await listSessions({ ctx }))],
  }));
};

/** DELETE /sesiones/:id */
export const endSesion: Route = (app, services) => {
  declare(app, services, terminarSesion, 'in person', async ({ ctx, params: { id } }) => {
    if (!(await endSession({ ctx, input: { id } }))) throw new RequestProblem('NOT_FOUND');
    await ctx.audit({ action: 'cerrar_sesion', object: id });
    return null;
  });
};
