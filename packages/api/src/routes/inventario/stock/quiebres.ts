import { listarQuiebres, Quiebres, stockoutLimit } from '@fluxion/contract';
import { addDays, daysBetween } from '@fluxion/engine/base';
import { stockoutDays } from '@fluxion/engine/metrics';
import type { Route } from '../../../http/server-types.ts';
import { invalidFields } from '../../../problems/problem.ts';
import { allAtOnce, declareTable } from '../../../tables/answer-table.ts';
import { ranked, revalidatedLastDay } from './ranking.ts';
import { stockFilter } from './stock-filter.ts';

/** @throws RequestProblem INVALID_REQUEST naming fecha_inicio */
function daysOf({ from, to }: { from: string; to: string }): number {
  const days = daysBetween(from, to) + 1;
  if (days < 1)
    throw invalidFields({ campo: 'fecha_inicio', mensaje: `debe ser anterior o igual a fecha_fin (${to})` });
  if (days <= stockoutLimit.days) return days;
  const mensaje = `no puede quedar más de ${stockoutLimit.days} días antes de fecha_fin (${to})`;
  throw invalidFields({ campo: 'fecha_inicio', mensaje });
}

/** GET /stock/quiebres */
export const listQuiebres: Route = (app, services) => {
  declareTable(app, services, listarQuiebres, 'signed in', async ({ ctx, query }) => {
    const { fecha_inicio, fecha_fin: asked, limite } = query;
    const filter = await stockFilter(ctx, query);
    const from = (to: string) => fecha_inicio ?? addDays(to, 1 - stockoutLimit.defaultDays);
    const reads = (to: string) => stockoutDays.reads({ ...filter, from: from(to), to });
    const to = await revalidatedLastDay(ctx, { stores: filter.stores, asked, reads });
    if (to === undefined) return allAtOnce(Quiebres, [], { fecha_inicio: null, fecha_fin: null, dias: 0 });
    const period = { from: from(to), to };
    const days = daysOf(period);
    return ranked({
      table: Quiebres,
      limit: limite,
      beside: () => ({ fecha_inicio: period.from, fecha_fin: to, dias: days }),
      read: async (limit) => (await ctx.ask(stockoutDays, { ...filter, ...period, limit })).rows,
    });
  });
};
