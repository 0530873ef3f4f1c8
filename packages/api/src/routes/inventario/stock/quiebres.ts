import { listarQuiebres, Quiebres, stockoutLimit } from '@fluxion/contract';
import { addDays } from '@fluxion/engine/base';
import { stockoutDays } from '@fluxion/engine/metrics';
import type { Route } from '../../../http/server-types.ts';
import { allAtOnce, declareTable } from '../../../tables/answer-table.ts';
import { rankingSize } from '../../../tables/ranking.ts';
import { dayCount, revalidatedLastDay } from './days.ts';
import { stockFilter } from './stock-filter.ts';

/** GET /stock/quiebres */
export const listQuiebres: Route = (app, services) => {
  declareTable(app, services, listarQuiebres, 'signed in', async ({ ctx, request, query }) => {
    const { fecha_inicio, fecha_fin: asked } = query;
    const filter = await stockFilter(ctx, query);
    const from = (to: string) => fecha_inicio ?? addDays(to, 1 - stockoutLimit.defaultDays);
    const reads = (to: string) => stockoutDays.reads({ ...filter, from: from(to), to });
    const to = await revalidatedLastDay(ctx, { stores: filter.stores, asked, reads });
    if (to === undefined) return allAtOnce(Quiebres, [], { fecha_inicio: null, fecha_fin: null, dias: 0 });
    const period = { from: from(to), to };
    const days = dayCount(period);
    const { read, shown } = rankingSize({ request, query });
    const { rows } = await ctx.ask(stockoutDays, { ...filter, ...period, limit: read });
    return allAtOnce(Quiebres, shown(rows), { fecha_inicio: period.from, fecha_fin: to, dias: days });
  });
};
