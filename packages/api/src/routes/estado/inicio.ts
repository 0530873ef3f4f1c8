import { InicioResponse } from '@fluxion/contract';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { readiness } from '../../http/readiness.ts';
import type { Route } from '../../http/server-types.ts';

function isBrowser(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').includes('text/html');
}

/** GET / : what this is and whether it serves; a browser is sent to the dashboard. */
export const showInicio: Route = (app, { pool, version }) => {
  app.get(
    '/',
    {
      config: { permission: 'public' },
      schema: {
        operationId: 'inicio',
        summary: 'Qué responde aquí; a un navegador lo lleva al panel',
        tags: ['estado'],
        response: { 200: InicioResponse, 302: Type.Null({ description: 'Al panel, si se pide HTML.' }) },
      },
    },
    async (request, reply) => {
      reply.header('vary', 'accept');
      if (isBrowser(request)) return reply.redirect('/app/');
      const { estado } = await readiness(pool);
      return { nombre: 'Fluxion', version, estado };
    },
  );
};
