import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findSession, roles, verifyToken } from '@fluxion/engine/operations';
import type pg from 'pg';
import { RequestProblem } from '../problems/problem.ts';
import type { Permission, Principal } from '../http/server-types.ts';
import { refuseCrossOrigin } from './same-origin.ts';
import { sessionCookie } from './session-cookie.ts';

/** The caller that a request's own credentials name: a bearer token, or else the session's cookie. */
async function identify(pool: pg.Pool, request: FastifyRequest): Promise<Principal | undefined> {
  const ctx = { db: pool };
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    return token === undefined ? undefined : verifyToken({ ctx, input: { token } });
  }
  const session = request.cookies[sessionCookie];
  return session === undefined ? undefined : findSession({ ctx, input: { session } });
}

/** Whether the person's role is the one that a route asks for, or above it. */
function mayCall({ actor }: Principal, permission: Permission | undefined): boolean {
  if (permission === undefined || permission === 'public' || permission === 'signed in') return true;
  return roles.indexOf(actor.rol) >= roles.indexOf(permission);
}

/** Lets nobody past who may not be: everything that is not declared public needs a sign-in, unknown addresses too. */
export async function authenticateRequests(app: FastifyInstance, pool: pg.Pool): Promise<void> {
  await app.register(cookie);
  app.decorateRequest('principal', null);
  app.addHook('onRequest', async (request) => {
    refuseCrossOrigin(request);
    const permission = request.routeOptions.config?.permission;
    if (permission === 'public') return;
    const principal = await identify(pool, request);
    if (principal === undefined) {
      throw new RequestProblem('UNAUTHENTICATED', { headers: { 'www-authenticate': 'Bearer realm="fluxion"' } });
    }
    if (!mayCall(principal, permission)) throw new RequestProblem('FORBIDDEN');
    request.principal = principal;
  });
}
