import { addDays, isoWeekday } from '@fluxion/engine/base';
import { salesByWeek } from '@fluxion/engine/metrics';
import type { RequestContext } from '../../../context/request-context.ts';
import { lastSalesDay } from '../last-sales-day.ts';

const weeks = 12;

/** What was sold in each of the last weeks up to the last day with sales of any of the caller's stores; none without sales. */
export async function weeklySales(ctx: RequestContext, productId: string) {
  const to = await lastSalesDay(ctx, ctx.stores);
  if (to === undefined) return [];
  const from = addDays(to, 1 - isoWeekday(to) - 7 * (weeks - 1));
  const { rows } = await ctx.ask(salesByWeek, { stores: ctx.stores, products: [productId], from, to });
  const sold = new Map(rows.map((row) => [row.semana, row]));
  return Array.from({ length: weeks }, (_, week) => {
    const semana = addDays(from, 7 * week);
    const { unidades = '0', venta_total = '0.00', margen = '0.00' } = sold.get(semana) ?? {};
    return { semana, unidades, venta_total, margen };
  });
}
