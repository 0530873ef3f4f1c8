import { SesionResponse } from '@fluxion/contract';
import { operationContext } from '../../http/operation-context.ts';
import type { Route } from '../../http/server-types.ts';

/** GET /sesion : who is signed in. */
export const showSesion: Route = (app, { pool }) => {
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
    async (request, reply) => ({ usuario: operationContext(pool, request, reply).actor }),
  );
};
