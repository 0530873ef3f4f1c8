import { closeSession } from '@fluxion/engine/operations';
import { Type } from 'typebox';
import { clearSessionCookie, sessionCookie } from '../../../auth/session-cookie.ts';
import type { Route } from '../../../http/server-types.ts';

/** DELETE /sesion : ends the browser's session, on the server too. */
export const closeSesion: Route = (app, { pool }) => {
  app.delete(
    '/sesion',
    {
      config: { permission: 'signed in' },
      schema: {
        operationId: 'cerrarSesion',
        summary: 'Cierra la sesión',
        tags: ['sesión'],
        response: { 204: Type.Null({ description: 'La sesión ya no vale.' }) },
      },
    },
    async (request, reply) => {
      const session = request.cookies[sessionCookie];
      if (session !== undefined) await closeSession({ ctx: { db: pool }, input: { session } });
      clearSessionCookie(request, reply);
      return reply.code(204).send(null);
    },
  );
};
