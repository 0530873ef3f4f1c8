import { Alertas, listarAlertas, ResumenAlertas, resumirAlertas, type QueryOf } from '@fluxion/contract';
import { alertCounts, stockAlerts, type AlertKey } from '@fluxion/engine/metrics';
import { storeDates, streamAlerts } from '@fluxion/engine/operations';
import type { RequestContext } from '../../context/request-context.ts';
import type { Route } from '../../http/server-types.ts';
import { cursorCodec, type KeyParts } from '../../requests/cursor.ts';
import { allAtOnce, declareTable } from '../../tables/answer-table.ts';
import { inPages } from '../../tables/in-pages.ts';

function alertKey([nivel, ubicacion_id, codigo, ...more]: KeyParts): AlertKey | undefined {
  if (nivel === undefined || ubicacion_id === undefined || codigo === undefined || more.length > 0) return undefined;
  return /^[1-4]$/.test(nivel) ? { nivel: Number(nivel), ubicacion_id, codigo } : undefined;
}

const cursors = cursorCodec<AlertKey>({
  toParts: ({ nivel, ubicacion_id, codigo }) => [String(nivel), ubicacion_id, codigo],
  fromParts: alertKey,
});

async function alertFilter(ctx: RequestContext, query: QueryOf<typeof resumirAlertas>) {
  const { ubicacion_id, categoria: categories, prioridad: priorities, tipo: kinds, q: text } = query;
  return { stores: await ctx.scope(ubicacion_id), categories, priorities, kinds, text };
}

/** GET /alertas */
export const listAlertas: Route = (app, services) => {
  declareTable(app, services, listarAlertas, 'signed in', async ({ ctx, query }) => {
    const filter = await alertFilter(ctx, query);
    const today = await storeDates(ctx, filter.stores);
    return inPages({
      query,
      cursors,
      read: async (position) => (await ctx.ask(stockAlerts, { ...filter, ...position, today })).rows,
      stream: (after) => streamAlerts({ ctx, columns: Object.keys(Alertas.columns), input: { ...filter, after } }),
    });
  });
};

/** GET /alertas/resumen */
export const summarizeAlertas: Route = (app, services) => {
  declareTable(app, services, resumirAlertas, 'signed in', async ({ ctx, query }) => {
    const filter = await alertFilter(ctx, query);
    const today = await storeDates(ctx, filter.stores);
    return allAtOnce(ResumenAlertas, (await ctx.ask(alertCounts, { ...filter, today })).rows);
  });
};
