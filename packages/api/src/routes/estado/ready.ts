import { ready } from '@fluxion/contract';
import { declarePublic } from '../../http/declare.ts';
import type { Route } from '../../http/server-types.ts';
import { readinessOf } from '../../operating/readiness.ts';

/** GET /ready : requests can be served; 503 with the part that fails if not. */
export const showReady: Route = (app, services) => {
  const readiness = readinessOf(services);
  declarePublic(app, ready, async ({ reply }) => {
    const state = await readiness();
    return reply.code(state.estado === 'ok' ? 200 : 503).send(state);
  });
};
