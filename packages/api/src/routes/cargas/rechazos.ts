import { RechazosQuery, RechazosResponse } from '@fluxion/contract';
import { listRejects, type RejectKey } from '@fluxion/engine/operations';
import { cursorCodec, isBigint, type KeyParts } from '../../requests/cursor.ts';
import { requestContext } from '../../context/request-context.ts';
import { readPage } from '../../requests/page.ts';
import { dateRange } from '../../requests/range.ts';
import type { Route } from '../../http/server-types.ts';

function rejectKey([entrega_id, numero, ...more]: KeyParts): RejectKey | undefined {
  if (entrega_id === undefined || numero === undefined || more.length > 0) return undefined;
  return isBigint(entrega_id) && /^\d{1,9}$/.test(numero) ? { entrega_id, numero: Number(numero) } : undefined;
}

const rejectCursors = cursorCodec<RejectKey>({
  toParts: ({ entrega_id, numero }) => [entrega_id, String(numero)],
  fromParts: rejectKey,
});

/** GET /cargas/rechazos */
export const listRechazos: Route = (app, services) => {
  app.get(
    '/cargas/rechazos',
    {
      config: { permission: 'signed in' },
      schema: {
        operationId: 'listarRechazos',
        summary: 'Líneas que no se pudieron cargar, como estaban en el archivo',
        tags: ['cargas'],
        querystring: RechazosQuery,
        response: { 200: RechazosResponse },
      },
    },
    async (request, reply) => {
      const { query } = request;
      const range = dateRange(query);
      const ctx = requestContext(services, request, reply);
      const { entrega_id: delivery, ubicacion_id: stores } = query;
      return readPage({
        query,
        cursors: rejectCursors,
        read: ({ after, limit }) => listRejects({ ctx, input: { ...range, delivery, stores, after, limit } }),
      });
    },
  );
};
