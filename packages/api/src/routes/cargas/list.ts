import { Cargas, listarCargas } from '@fluxion/contract';
import { listLoads, streamLoads, type LoadKey } from '@fluxion/engine/operations';
import { cursorCodec, isInstant, type KeyParts } from '../../requests/cursor.ts';
import { dateRange } from '../../requests/range.ts';
import type { Route } from '../../http/server-types.ts';
import { declareTable } from '../../tables/answer-table.ts';
import { inPages } from '../../tables/in-pages.ts';

function loadKey([iniciada, id, ...more]: KeyParts): LoadKey | undefined {
  if (iniciada === undefined || id === undefined || more.length > 0) return undefined;
  return isInstant(iniciada) ? { iniciada, id } : undefined;
}

const cursors = cursorCodec<LoadKey>({ toParts: ({ iniciada, id }) => [iniciada, id], fromParts: loadKey });

/** GET /cargas */
export const listCargas: Route = (app, services) => {
  declareTable(app, services, listarCargas, 'signed in', ({ ctx, query }) => {
    const { ubicacion_id: stores, fuente: feed, resultado: outcome } = query;
    const input = { ...dateRange(query), stores, feed, outcome };
    return inPages({
      query,
      cursors,
      read: (position) => listLoads({ ctx, input: { ...input, ...position } }),
      stream: (after) => streamLoads({ ctx, columns: Object.keys(Cargas.columns), input: { ...input, after } }),
    });
  });
};
