import { recuperarCargas } from '@fluxion/contract';
import { gapCalendar, gapStates } from '@fluxion/engine/operations';
import { declare } from '../../http/declare.ts';
import type { Route } from '../../http/server-types.ts';
import { RequestProblem } from '../../problems/problem.ts';
import { calendarRange } from './range.ts';

/** POST /cargas/recuperar */
export const recoverCargas: Route = (app, services) => {
  declare(app, services, recuperarCargas, 'gestor_abastecimiento', async ({ ctx, body }) => {
    const range = calendarRange(body);
    const { queueLoads } = services;
    if (queueLoads === undefined) throw new RequestProblem('SCHEDULE_UNAVAILABLE');
    const { tiendas } = await gapCalendar({ ctx, input: { ...range, stores: body.ubicacion_id } });
    const gaps = tiendas.flatMap(({ ubicacion_id, dias }) =>
      dias
        .filter(({ estado }) => gapStates.includes(estado))
        .map(({ fecha, lineas }) => ({ ubicacion_id, fecha, lineas })),
    );
    const queued = await queueLoads(gaps);
    await ctx.audit({ action: 'recuperar_cargas', detail: { ...body, ...queued } });
    return queued;
  });
};
