import { HuecosQuery, HuecosResponse } from '@fluxion/contract';
import { gapCalendar, scheduleState } from '@fluxion/engine/operations';
import { operationContext } from '../../http/operation-context.ts';
import type { Route } from '../../http/server-types.ts';
import { checkCalendarRange } from './range.ts';

/** GET /cargas/huecos */
export const showHuecos: Route = (app, { pool }) => {
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
      const ctx = operationContext(pool, request, reply);
      const calendar = await gapCalendar({ ctx, input: { desde, hasta, stores } });
      return {
        ...calendar,
        tiendas: calendar.tiendas.map((store) => ({ ...store, dias: [...store.dias] })),
        planificador: await scheduleState(ctx),
      };
    },
  );
};
