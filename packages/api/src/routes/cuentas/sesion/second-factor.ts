import { activarSegundoFactor, confirmarSegundoFactor, quitarSegundoFactorPropio } from '@fluxion/contract';
import { confirmFactor, enrolFactor, removeOwnFactor } from '@fluxion/engine/operations';
import { declare } from '../../../http/declare.ts';
import type { Route } from '../../../http/server-types.ts';
import { invalidFields, RequestProblem } from '../../../problems/problem.ts';
import { factorContext, refusalProblem } from './answer.ts';

const wrongPassword = 'La clave no es esa.';

/** POST /sesion/segundo-factor */
export const enrolSegundoFactor: Route = (app, services) => {
  declare(app, services, activarSegundoFactor, 'in person', async ({ ctx, body, request }) => {
    const input = { password: body.clave, code: body.codigo, address: request.ip };
    const result = await enrolFactor({ ctx: { ...factorContext(services), ...ctx }, input });
    if (result.outcome !== 'enrolled') throw refusalProblem(result, wrongPassword);
    await ctx.audit({ action: 'segundo_factor', detail: { hecho: 'pedido' } });
    return result.enrolment;
  });
};

/** POST /sesion/segundo-factor/confirmar */
export const confirmSegundoFactor: Route = (app, services) => {
  declare(app, services, confirmarSegundoFactor, 'in person', async ({ ctx, body }) => {
    const codes = await confirmFactor({ ctx: { ...factorContext(services), ...ctx }, input: { code: body.codigo } });
    if (codes === undefined) {
      throw invalidFields({ campo: 'codigo', mensaje: 'no es el código de ahora, o no hay nada que confirmar' });
    }
    await ctx.audit({ action: 'segundo_factor', detail: { hecho: 'confirmado' } });
    return { codigos_recuperacion: [...codes] };
  });
};

/** POST /sesion/segundo-factor/quitar */
export const removeOwnSegundoFactor: Route = (app, services) => {
  declare(app, services, quitarSegundoFactorPropio, 'in person', async ({ ctx, body, request }) => {
    const input = { password: body.clave, code: body.codigo, address: request.ip };
    const result = await removeOwnFactor({ ctx: { ...factorContext(services), ...ctx }, input });
    if (result.outcome === 'needed') {
      const detail = 'Quien administra conserva su segundo factor; puede cambiarlo de aplicación.';
      throw new RequestProblem('FORBIDDEN', { detail });
    }
    if (result.outcome !== 'removed') throw refusalProblem(result, wrongPassword);
    await ctx.audit({ action: 'segundo_factor', detail: { hecho: 'quitado' } });
    return null;
  });
};
