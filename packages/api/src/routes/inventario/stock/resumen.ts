import { ResumenStock, resumirStock } from '@fluxion/contract';
import { stockSummary } from '@fluxion/engine/metrics';
import type { Route } from '../../../http/server-types.ts';
import { allAtOnce, declareTable } from '../../../tables/answer-table.ts';
import { stockFilter } from './stock-filter.ts';

/** GET /stock/resumen */
export const summarizeStock: Route = (app, services) => {
  declareTable(app, services, resumirStock, 'signed in', async ({ ctx, query }) => {
    const by = query.por === 'categoria' ? 'category' : 'store';
    const filter = { ...(await stockFilter(ctx, query)), by } as const;
    await ctx.revalidate(stockSummary.reads(filter));
    const { rows } = await ctx.ask(stockSummary, filter);
    return allAtOnce(ResumenStock, rows);
  });
};
