import { analysisLimits, type AnalysisFilter } from '@fluxion/contract';
import { addDays, daysBetween } from '@fluxion/engine/base';
import type { SalesFilter } from '@fluxion/engine/metrics';
import { requireProducts } from '@fluxion/engine/operations';
import type { RequestContext } from '../../../context/request-context.ts';
import { invalidFields } from '../../../problems/problem.ts';
import { dateRange } from '../../../requests/range.ts';
import { lastSalesDay } from '../../inventario/last-sales-day.ts';

const { days: mostDays, defaultDays, firstDay } = analysisLimits;

/** @throws RequestProblem INVALID_REQUEST naming the end of the range that cannot be asked about */
function checkEnds({ fecha_inicio, fecha_fin }: AnalysisFilter): void {
  for (const [campo, day] of Object.entries({ fecha_inicio, fecha_fin })) {
    if (day !== undefined && day < firstDay)
      throw invalidFields({ campo, mensaje: `debe ser ${firstDay} o posterior` });
  }
}

/** @throws RequestProblem INVALID_REQUEST naming fecha_inicio */
function checkLength(from: string, to: string): void {
  const days = daysBetween(from, to) + 1;
  if (days <= mostDays) return;
  const mensaje = `deja ${days} días hasta el ${to}: pida ${mostDays} o menos`;
  throw invalidFields({ campo: 'fecha_inicio', mensaje });
}

/** The later of the days that there are. */
function later(...days: readonly (string | undefined)[]): string | undefined {
  return days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
}

/**
 * The sales that a request asks about. A range without an end ends with the last day that any of its stores has sales of; one
 * without a beginning has 30 days.
 * @returns undefined if there is no such day, and the request names none
 * @throws RequestProblem INVALID_REQUEST for a range that is too long or too old
 * @throws InvalidInput for a store that is not there or not the caller's, and for a product that is not there
 */
export async function askedSales(ctx: RequestContext, query: AnalysisFilter): Promise<SalesFilter | undefined> {
  const { ubicacion_id, producto_id: products, categoria: categories, q: text, moneda: currency } = query;
  checkEnds(query);
  const range = dateRange(query);
  const stores = await ctx.scope(ubicacion_id);
  if (products !== undefined) await requireProducts({ ctx, input: { productIds: products } });
  const to = range.to ?? later(range.from, await lastSalesDay(ctx, stores));
  if (to === undefined) return undefined;
  const from = range.from ?? later(firstDay, addDays(to, 1 - defaultDays)) ?? to;
  checkLength(from, to);
  return { stores, from, to, products, categories, text, currency };
}
