import { inicio } from '@fluxion/contract';
import type { FastifyRequest } from 'fastify';
import { declarePublic } from '../../http/declare.ts';
import type { Route } from '../../http/server-types.ts';
import { readinessOf } from '../../operating/readiness.ts';

function isBrowser(request: FastifyRequest): boolean {
  return (request.headers.accept ?? '').includes('text/html');
}

/** GET / : what this is and whether it serves; a browser is sent to the dashboard. */
export const showInicio: Route = (app, services) => {
  const readiness = readinessOf(services);
  declarePublic(app, inicio, async ({ request, reply }) => {
    reply.header('vary', 'accept');
    if (isBrowser(request)) return reply.redirect('/app/');
    const { estado } = await readiness();
    return reply.code(200).send({ nombre: 'Fluxion', version: services.version, estado });
  });
};
