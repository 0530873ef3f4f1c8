import { valorarStock, ValoresStock } from '@fluxion/contract';
import { stockValueOn } from '@fluxion/engine/metrics';
import type { Route } from '../../../http/server-types.ts';
import { allAtOnce, declareTable } from '../../../tables/answer-table.ts';
import { stockFilter } from './stock-filter.ts';

/** GET /stock/valor */
export const valueStock: Route = (app, services) => {
  declareTable(app, services, valorarStock, 'signed in', async ({ ctx, query }) => {
    const { fecha } = query;
    const filter = { ...(await stockFilter(ctx, query)), on: fecha };
    await ctx.revalidate(stockValueOn.reads(filter));
    const { rows } = await ctx.ask(stockValueOn, filter);
    return allAtOnce(
      ValoresStock,
      rows.map((row) => ({ ...row, fecha })),
    );
  });
};
