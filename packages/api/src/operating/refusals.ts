import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { problemBody, problemMediaType, RequestProblem } from '../problems/problem.ts';

/** Answers what Node would answer by itself, and not as a problem: an expectation that nobody knows. */
function refuseExpectation(_request: IncomingMessage, response: ServerResponse): void {
  const detail = 'La cabecera Expect solo puede ser 100-continue.';
  const body = problemBody(new RequestProblem('INVALID_REQUEST', { detail }), crypto.randomUUID());
  response.writeHead(body.status, {
    'content-type': `${problemMediaType}; charset=utf-8`,
    'x-request-id': body.id_solicitud,
    connection: 'close',
  });
  response.end(JSON.stringify(body));
}

/** Answers requests that no program should send with a problem, as all others. */
export function answerOddRequests(app: FastifyInstance): void {
  app.server.on('checkExpectation', refuseExpectation);
  app.addHook('onRequest', async ({ headers, ip }) => {
    if (headers.host === undefined && headers[':authority'] === undefined) {
      throw new RequestProblem('INVALID_REQUEST', { detail: 'Falta la cabecera Host.' });
    }
    // Attempts are counted by it, and it is written to the audit log: it is an address, or the proxy forwards anything.
    if (isIP(ip) === 0) {
      throw new RequestProblem('INVALID_REQUEST', {
        detail: 'La cabecera X-Forwarded-For no nombra una dirección IP.',
      });
    }
  });
}

/** Until the database is ready nothing is asked of it; what needs none is answered: /health, /ready, the dashboard's files. */
export function refuseUntilStarted(app: FastifyInstance, isStarted: () => boolean = () => true): void {
  app.addHook('onRequest', async ({ method, routeOptions }) => {
    if (isStarted()) return;
    if (routeOptions.config?.permission === 'public' && (method === 'GET' || method === 'HEAD')) return;
    const detail = 'El servidor está arrancando: espera a la base de datos.';
    throw new RequestProblem('DATABASE_UNAVAILABLE', { detail, headers: { 'retry-after': '5' } });
  });
}
