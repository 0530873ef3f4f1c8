import { CargasQuery, CargasResponse } from '@fluxion/contract';
import { listLoads, type LoadKey } from '@fluxion/engine/operations';
import { cursorCodec, type KeyParts } from '../../requests/cursor.ts';
import { requestContext } from '../../context/request-context.ts';
import { readPage } from '../../requests/page.ts';
import { dateRange } from '../../requests/range.ts';
import type { Route } from '../../http/server-types.ts';

function loadKey([iniciada, id, ...more]: KeyParts): LoadKey | undefined {
  if (iniciada === undefined || id === undefined || more.length > 0) return undefined;
  const isInstant = /^[12]\d{3}-\d\d-\d\dT[\d:.]+Z$/.test(iniciada) && !Number.isNaN(Date.parse(iniciada));
  return isInstant ? { iniciada, id } : undefined;
}

const loadCursors = cursorCodec<LoadKey>({ toParts: ({ iniciada, id }) => [iniciada, id], fromParts: loadKey });

/** GET /cargas */
export const listCargas: Route = (app, services) => {
  app.get(
    '/cargas',
    {
      config: { permission: 'signed in' },
      schema: {
        operationId: 'listarCargas',
        summary: 'Libro de cargas, de la última a la primera',
        tags: ['cargas'],
        querystring: CargasQuery,
        response: { 200: CargasResponse },
      },
    },
    async (request, reply) => {
      const { query } = request;
      const range = dateRange(query);
      const ctx = requestContext(services, request, reply);
      const { ubicacion_id: stores, fuente: feed, resultado: outcome } = query;
      return readPage({
        query,
        cursors: loadCursors,
        read: ({ after, limit }) => listLoads({ ctx, input: { ...range, stores, feed, outcome, after, limit } }),
      });
    },
  );
};
