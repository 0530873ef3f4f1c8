import { activarSegundoFactor, confirmarSegundoFactor } from '@fluxion/contract';
import { confirmFactor, enrolFactor } from '@fluxion/engine/operations';
import { declare } from '../../../http/declare.ts';
import type { Route } from '../../../http/server-types.ts';
import { invalidFields } from '../../../problems/problem.ts';
import { refusalProblem } from './answer.ts';

/** POST /sesion/segundo-factor */
export const enrolSegundoFactor: Route = (app, services) => {
  declare(app, services, activarSegundoFactor, 'in person', async ({ ctx, body, request }) => {
    const input = { password: body.clave, code: body.codigo, address: request.ip };
    const result = await enrolFactor({ ctx, input });
    if (result.outcome !== 'enrolled') throw refusalProblem(result, 'La clave no es esa.');
    await ctx.audit({ action: 'segundo_factor', detail: { hecho: 'pedido' } });
    return result.enrolment;
  });
};

/** POST /sesion/segundo-factor/confirmar */
export const confirmSegundoFactor: Route = (app, services) => {
  declare(app, services, confirmarSegundoFactor, 'in person', async ({ ctx, body }) => {
    const codes = await confirmFactor({ ctx, input: { code: body.codigo } });
    if (codes === undefined) {
      throw invalidFields({ campo: 'codigo', mensaje: 'no es el código de ahora, o no hay nada que confirmar' });
    }
    await ctx.audit({ action: 'segundo_factor', detail: { hecho: 'confirmado' } });
    return { codigos_recuperacion: [...codes] };
  });
};
