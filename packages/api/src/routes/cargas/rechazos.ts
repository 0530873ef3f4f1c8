import { listarRechazos, Rechazos } from '@fluxion/contract';
import { listRejects, streamRejects, type RejectKey } from '@fluxion/engine/operations';
import { cursorCodec, isBigint, type KeyParts } from '../../requests/cursor.ts';
import { dateRange } from '../../requests/range.ts';
import type { Route } from '../../http/server-types.ts';
import { declareTable } from '../../tables/answer-table.ts';
import { inPages } from '../../tables/in-pages.ts';

function rejectKey([entrega_id, numero, ...more]: KeyParts): RejectKey | undefined {
  if (entrega_id === undefined || numero === undefined || more.length > 0) return undefined;
  return isBigint(entrega_id) && /^\d{1,9}$/.test(numero) ? { entrega_id, numero: Number(numero) } : undefined;
}

const cursors = cursorCodec<RejectKey>({
  toParts: ({ entrega_id, numero }) => [entrega_id, String(numero)],
  fromParts: rejectKey,
});

/** GET /cargas/rechazos */
export const listRechazos: Route = (app, services) => {
  declareTable(app, services, listarRechazos, 'signed in', ({ ctx, query }) => {
    const { entrega_id: delivery, ubicacion_id: stores } = query;
    const input = { ...dateRange(query), delivery, stores };
    return inPages({
      query,
      cursors,
      read: (position) => listRejects({ ctx, input: { ...input, ...position } }),
      stream: (after) => streamRejects({ ctx, columns: Object.keys(Rechazos.columns), input: { ...input, after } }),
    });
  });
};
