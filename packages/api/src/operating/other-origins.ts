import type { FastifyInstance } from 'fastify';

const asked = {
  'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers':
    'authorization, content-type, accept, if-match, if-none-match, idempotency-key, traceparent',
  'access-control-max-age': '600',
};
const told =
  'etag, content-disposition, retry-after, server-timing, x-request-id, x-fluxion-engine, x-fluxion-as-of, x-fluxion-snapshot';

/**
 * Lets the pages of these other web sites read answers. They ask with an API token: nothing lets them use the session that
 * a browser has with us.
 */
export function answerOtherOrigins(app: FastifyInstance, origins: readonly string[] = []): void {
  if (origins.length === 0) return;
  const known = new Set(origins);
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (origin === undefined || !known.has(origin)) return;
    reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': told, vary: 'origin' });
    const isPreflight = request.method === 'OPTIONS' && 'access-control-request-method' in request.headers;
    if (isPreflight) return reply.code(204).headers(asked).send();
  });
}
