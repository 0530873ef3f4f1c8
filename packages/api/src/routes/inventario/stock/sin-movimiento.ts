import { listarSinMovimiento, SinMovimiento } from '@fluxion/contract';
import { addDays } from '@fluxion/engine/base';
import { deadStock } from '@fluxion/engine/metrics';
import type { Route } from '../../../http/server-types.ts';
import { allAtOnce, declareTable } from '../../../tables/answer-table.ts';
import { rankingSize } from '../../../tables/ranking.ts';
import { revalidatedLastDay } from './days.ts';
import { stockFilter } from './stock-filter.ts';

const nothing = { fecha_inicio: null, fecha_fin: null, dias: 0, productos_total: 0, valor_total: '0.00' };

/** GET /stock/sin-movimiento */
export const listSinMovimiento: Route = (app, services) => {
  declareTable(app, services, listarSinMovimiento, 'signed in', async ({ ctx, request, query }) => {
    const { fecha_fin: asked, dias: days = 90 } = query;
    const filter = { ...(await stockFilter(ctx, query)), days };
    const reads = (to: string) => deadStock.reads({ ...filter, to });
    const to = await revalidatedLastDay(ctx, { stores: filter.stores, asked, reads });
    if (to === undefined) return allAtOnce(SinMovimiento, [], nothing);
    const { read, shown } = rankingSize({ request, query });
    const { rows } = await ctx.ask(deadStock, { ...filter, to, limit: read });
    const { productos_total, valor_total } = rows[0] ?? nothing;
    const range = { fecha_inicio: addDays(to, 1 - days), fecha_fin: to, dias: days };
    return allAtOnce(SinMovimiento, shown(rows), { ...range, productos_total, valor_total });
  });
};
