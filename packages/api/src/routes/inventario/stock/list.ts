import { Existencias, listarStock } from '@fluxion/contract';
import { listStock as readStock, streamStock, type StockKey } from '@fluxion/engine/operations';
import type { Route } from '../../../http/server-types.ts';
import { cursorCodec, type KeyParts } from '../../../requests/cursor.ts';
import { declareTable } from '../../../tables/answer-table.ts';
import { inPages } from '../../../tables/in-pages.ts';

function stockKey([ubicacion_id, codigo, ...more]: KeyParts): StockKey | undefined {
  return ubicacion_id === undefined || codigo === undefined || more.length > 0 ? undefined : { ubicacion_id, codigo };
}

const cursors = cursorCodec<StockKey>({
  toParts: ({ ubicacion_id, codigo }) => [ubicacion_id, codigo],
  fromParts: stockKey,
});

/** GET /stock */
export const listStock: Route = (app, services) => {
  declareTable(app, services, listarStock, 'signed in', ({ ctx, query }) => {
    const { ubicacion_id: stores, categoria: categories, estado: states, q: text, negativos } = query;
    const negative = negativos === undefined ? undefined : negativos === 'si';
    const input = { stores, categories, states, text, negative };
    return inPages({
      query,
      cursors,
      read: (position) => readStock({ ctx, input: { ...input, ...position } }),
      stream: (after) => streamStock({ ctx, columns: Object.keys(Existencias.columns), input: { ...input, after } }),
    });
  });
};
