import { RecuperarRequest, RecuperarResponse } from '@fluxion/contract';
import { gapCalendar, gapStates } from '@fluxion/engine/operations';
import { requestContext } from '../../context/request-context.ts';
import { RequestProblem } from '../../problems/problem.ts';
import type { Route } from '../../http/server-types.ts';
import { checkCalendarRange } from './range.ts';

/** POST /cargas/recuperar */
export const recoverCargas: Route = (app, services) => {
  app.post(
    '/cargas/recuperar',
    {
      config: { permission: 'gestor_abastecimiento' },
      schema: {
        operationId: 'recuperarCargas',
        summary: 'Vuelve a cargar los huecos de un rango; desde gestor de abastecimiento',
        tags: ['cargas'],
        body: RecuperarRequest,
        response: { 202: RecuperarResponse },
      },
    },
    async (request, reply) => {
      const { desde, hasta, ubicacion_id: stores } = request.body;
      checkCalendarRange(request.body);
      const { queueLoads } = services;
      if (queueLoads === undefined) throw new RequestProblem('SCHEDULE_UNAVAILABLE');
      const ctx = requestContext(services, request, reply);
      const { tiendas } = await gapCalendar({ ctx, input: { desde, hasta, stores } });
      const gaps = tiendas.flatMap(({ ubicacion_id, dias }) =>
        dias
          .filter(({ estado }) => gapStates.includes(estado))
          .map(({ fecha, lineas }) => ({ ubicacion_id, fecha, lineas })),
      );
      return reply.code(202).send(await queueLoads(gaps));
    },
  );
};
