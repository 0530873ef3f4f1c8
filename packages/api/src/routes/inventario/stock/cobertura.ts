import { Coberturas, medirCobertura } from '@fluxion/contract';
import { addDays } from '@fluxion/engine/base';
import { daysOfCover } from '@fluxion/engine/metrics';
import type { Route } from '../../../http/server-types.ts';
import { allAtOnce, declareTable } from '../../../tables/answer-table.ts';
import { rankingSize } from '../../../tables/ranking.ts';
import { revalidatedLastDay } from './days.ts';
import { stockFilter } from './stock-filter.ts';

/** GET /stock/cobertura */
export const showCobertura: Route = (app, services) => {
  declareTable(app, services, medirCobertura, 'signed in', async ({ ctx, request, query }) => {
    const { fecha_fin: asked, dias: days = 28 } = query;
    const filter = { ...(await stockFilter(ctx, query)), days };
    const reads = (to: string) => daysOfCover.reads({ ...filter, to });
    const to = await revalidatedLastDay(ctx, { stores: filter.stores, asked, reads });
    if (to === undefined) return allAtOnce(Coberturas, [], { fecha_inicio: null, fecha_fin: null, dias: 0 });
    const { read, shown } = rankingSize({ request, query });
    const { rows } = await ctx.ask(daysOfCover, { ...filter, to, limit: read });
    return allAtOnce(Coberturas, shown(rows), { fecha_inicio: addDays(to, 1 - days), fecha_fin: to, dias: days });
  });
};
