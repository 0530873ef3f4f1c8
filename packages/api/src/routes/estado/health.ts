import { HealthResponse } from '@fluxion/contract';
import type { Route } from '../../http/server-types.ts';

/** GET /health : the process answers. */
export const showHealth: Route = (app) => {
  app.get(
    '/health',
    {
      config: { permission: 'public' },
      schema: {
        operationId: 'health',
        summary: 'El proceso responde',
        tags: ['estado'],
        response: { 200: HealthResponse },
      },
    },
    async () => ({ estado: 'ok' as const }),
  );
};
