import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { findPrincipals, type AnonymousContext, type Credential } from '@fluxion/engine/operations';
import { RequestProblem } from '../problems/problem.ts';
import { readAgain } from '../http/read-again.ts';
import { credentialOf } from './credential.ts';
import { inBatches } from './in-batches.ts';
import { requirePermission } from './require-permission.ts';
import { refuseCrossOrigin } from './same-origin.ts';

/** More are looked up by the next statement. */
const mostAtOnce = 200;

/** Lets nobody past who may not be: everything that is not declared public needs a sign-in, unknown addresses too. */
export async function authenticateRequests(app: FastifyInstance, db: AnonymousContext['db']): Promise<void> {
  await app.register(cookie);
  app.decorateRequest('principal', null);
  const identify = inBatches((input: readonly Credential[]) => findPrincipals({ ctx: { db }, input }), mostAtOnce);
  app.addHook('onRequest', async (request) => {
    refuseCrossOrigin(request);
    const permission = request.routeOptions.config?.permission;
    if (permission === 'public') return;
    const credential = credentialOf(request);
    const principal = credential && (await readAgain(() => identify(credential)));
    if (principal === undefined) {
      throw new RequestProblem('UNAUTHENTICATED', { headers: { 'www-authenticate': 'Bearer realm="fluxion"' } });
    }
    requirePermission(principal, permission);
    request.principal = principal;
  });
}
