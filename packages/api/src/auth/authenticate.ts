import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import type { AnonymousContext } from '@fluxion/engine/operations';
import { RequestProblem } from '../problems/problem.ts';
import { identifier } from './identify.ts';
import { requirePermission } from './require-permission.ts';
import { refuseCrossOrigin } from './same-origin.ts';

/** Lets nobody past who may not be: everything that is not declared public needs a sign-in, unknown addresses too. */
export async function authenticateRequests(app: FastifyInstance, db: AnonymousContext['db']): Promise<void> {
  await app.register(cookie);
  app.decorateRequest('principal', null);
  const identify = identifier(db);
  app.addHook('onRequest', async (request) => {
    refuseCrossOrigin(request);
    const permission = request.routeOptions.config?.permission;
    if (permission === 'public') return;
    const principal = await identify(request);
    if (principal === undefined) {
      throw new RequestProblem('UNAUTHENTICATED', { headers: { 'www-authenticate': 'Bearer realm="fluxion"' } });
    }
    requirePermission(principal, permission);
    request.principal = principal;
  });
}
