import { SesionResponse } from '@fluxion/contract';
import { requestContext } from '../../../context/request-context.ts';
import type { Route } from '../../../http/server-types.ts';

/** GET /sesion : who is signed in. */
export const showSesion: Route = (app, services) => {
  app.get(
    '/sesion',
    {
      config: { permission: 'signed in' },
      schema: {
        operationId: 'verSesion',
        summary: 'Quién ha iniciado sesión',
        tags: ['sesión'],
        response: { 200: SesionResponse },
      },
    },
    async (request, reply) => ({ usuario: requestContext(services, request, reply).actor }),
  );
};
