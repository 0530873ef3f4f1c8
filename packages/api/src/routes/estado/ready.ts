import { ReadyResponse } from '@fluxion/contract';
import { readiness } from '../../http/readiness.ts';
import type { Route } from '../../http/server-types.ts';

/** GET /ready : requests can be served; 503 with the part that fails if not. */
export const showReady: Route = (app, { pool }) => {
  app.get(
    '/ready',
    {
      config: { permission: 'public' },
      schema: {
        operationId: 'ready',
        summary: 'La base de datos y su esquema están listos',
        tags: ['estado'],
        response: { 200: ReadyResponse, 503: ReadyResponse },
      },
    },
    async (_request, reply) => {
      const state = await readiness(pool);
      return reply.code(state.estado === 'ok' ? 200 : 503).send(state);
    },
  );
};
