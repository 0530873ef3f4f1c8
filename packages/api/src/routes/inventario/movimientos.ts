import { listarMovimientos, Movimientos } from '@fluxion/contract';
import { isBusinessDate } from '@fluxion/engine/base';
import { listMovements, streamMovements, type MovementKey } from '@fluxion/engine/operations';
import type { Route } from '../../http/server-types.ts';
import { cursorCodec, isInstant, type KeyParts } from '../../requests/cursor.ts';
import { dateRange } from '../../requests/range.ts';
import { declareTable } from '../../tables/answer-table.ts';
import { inPages } from '../../tables/in-pages.ts';

function movementKey([fecha, ubicacion_id, fecha_hora, id, ...more]: KeyParts): MovementKey | undefined {
  if (fecha === undefined || ubicacion_id === undefined || fecha_hora === undefined || id === undefined)
    return undefined;
  if (more.length > 0 || !isBusinessDate(fecha) || !isInstant(fecha_hora)) return undefined;
  return { fecha, ubicacion_id, fecha_hora, id };
}

const cursors = cursorCodec<MovementKey>({
  toParts: ({ fecha, ubicacion_id, fecha_hora, id }) => [fecha, ubicacion_id, fecha_hora, id],
  fromParts: movementKey,
});

/** GET /movimientos */
export const listMovimientos: Route = (app, services) => {
  declareTable(app, services, listarMovimientos, 'signed in', ({ ctx, query }) => {
    const { ubicacion_id: stores, producto_id: productId, tipo: kind } = query;
    const input = { ...dateRange(query), stores, productId, kind };
    return inPages({
      query,
      cursors,
      read: (position) => listMovements({ ctx, input: { ...input, ...position } }),
      stream: (after) =>
        streamMovements({ ctx, columns: Object.keys(Movimientos.columns), input: { ...input, after } }),
    });
  });
};
