import { cambiarClave } from '@fluxion/contract';
import { changePassword } from '@fluxion/engine/operations';
import { setSessionCookie } from '../../../auth/session-cookie.ts';
import { declare } from '../../../http/declare.ts';
import type { Route } from '../../../http/server-types.ts';
import { browserOf, factorContext, refusalProblem } from './answer.ts';

/** PUT /sesion/clave : every session ends, and this browser gets a new one. */
export const changeClave: Route = (app, services) => {
  declare(app, services, cambiarClave, 'in person', async ({ ctx, body, request, reply }) => {
    const input = { current: body.actual, password: body.nueva, browser: browserOf(request) };
    const result = await changePassword({ ctx: { ...factorContext(services), actor: ctx.actor }, input });
    if (result.outcome !== 'opened') throw refusalProblem(result, 'La clave actual no es esa.');
    await ctx.audit({ action: 'cambiar_clave' });
    setSessionCookie({ request, reply }, result.session, services);
    return null;
  });
};
