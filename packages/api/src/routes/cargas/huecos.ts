import { HuecosQuery, HuecosResponse } from '@fluxion/contract';
import { gapCalendar, scheduleState } from '@fluxion/engine/operations';
import { requestContext } from '../../context/request-context.ts';
import type { Route } from '../../http/server-types.ts';
import { checkCalendarRange } from './range.ts';

/** GET /cargas/huecos */
export const showHuecos: Route = (app, services) => {
  app.get(
    '/cargas/huecos',
    {
      config: { permission: 'signed in' },
      schema: {
        operationId: 'mostrarHuecos',
        summary: 'Calendario de tiendas por días: qué ventas están y cuáles faltan',
        tags: ['cargas'],
        querystring: HuecosQuery,
        response: { 200: HuecosResponse },
      },
    },
    async (request, reply) => {
      const { desde, hasta, ubicacion_id: stores } = request.query;
      checkCalendarRange(request.query);
      const ctx = requestContext(services, request, reply);
      const calendar = await gapCalendar({ ctx, input: { desde, hasta, stores } });
      return {
        ...calendar,
        tiendas: calendar.tiendas.map((store) => ({ ...store, dias: [...store.dias] })),
        planificador: await scheduleState(ctx),
      };
    },
  );
};
