import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findSession, roles, verifyToken, type Principal } from '@fluxion/engine/operations';
import type pg from 'pg';
import { RequestProblem } from '../problems/problem.ts';
import { readAgain } from '../http/read-again.ts';
import type { Permission } from '../http/server-types.ts';
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

/** Refuses a caller who may not call a route. @throws RequestProblem FORBIDDEN */
function requirePermission({ actor, inPerson }: Principal, permission: Permission | undefined): void {
  if (permission === undefined || permission === 'public' || permission === 'signed in') return;
  if (permission !== 'in person') {
    if (roles.indexOf(actor.rol) < roles.indexOf(permission)) throw new RequestProblem('FORBIDDEN');
  } else if (!inPerson) {
    const detail = 'Esto se hace en una sesión abierta con su correo y su clave, no con una clave de API.';
    throw new RequestProblem('FORBIDDEN', { detail });
  }
}

/** Lets nobody past who may not be: everything that is not declared public needs a sign-in, unknown addresses too. */
export async function authenticateRequests(app: FastifyInstance, pool: pg.Pool): Promise<void> {
  await app.register(cookie);
  app.decorateRequest('principal', null);
  app.addHook('onRequest', async (request) => {
    refuseCrossOrigin(request);
    const permission = request.routeOptions.config?.permission;
    if (permission === 'public') return;
    const principal = await readAgain(() => identify(pool, request));
    if (principal === undefined) {
      throw new RequestProblem('UNAUTHENTICATED', { headers: { 'www-authenticate': 'Bearer realm="fluxion"' } });
    }
    requirePermission(principal, permission);
    request.principal = principal;
  });
}
