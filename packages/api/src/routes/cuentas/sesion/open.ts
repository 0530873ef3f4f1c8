import { SesionRequest } from '@fluxion/contract';
import { openSession } from '@fluxion/engine/operations';
import { Type } from 'typebox';
import { attemptLimit } from '../../../auth/attempt-limit.ts';
import { setSessionCookie } from '../../../auth/session-cookie.ts';
import { RequestProblem } from '../../../problems/problem.ts';
import type { Route } from '../../../http/server-types.ts';

const failuresAllowed = 10;
const windowMs = 5 * 60 * 1000;

/** POST /sesion : a browser signs in with an API token and gets a cookie. */
export const openSesion: Route = (app, { pool }) => {
  const attempts = attemptLimit({ failures: failuresAllowed, windowMs });
  app.post(
    '/sesion',
    {
      config: { permission: 'public' },
      schema: {
        operationId: 'abrirSesion',
        summary: 'Inicia sesión con un token de API',
        tags: ['sesión'],
        body: SesionRequest,
        response: { 204: Type.Null({ description: 'La cookie de la sesión.' }) },
      },
    },
    async (request, reply) => {
      const wait = attempts.waitSeconds(request.ip);
      if (wait > 0) throw new RequestProblem('TOO_MANY_ATTEMPTS', { headers: { 'retry-after': String(wait) } });
      const session = await openSession({ ctx: { db: pool }, input: { token: request.body.token } });
      if (session === undefined) {
        attempts.fail(request.ip);
        throw new RequestProblem('UNAUTHENTICATED', { detail: 'El token no existe, caducó o fue revocado.' });
      }
      setSessionCookie(request, reply, session.secret, session.expires);
      return reply.code(204).send(null);
    },
  );
};
