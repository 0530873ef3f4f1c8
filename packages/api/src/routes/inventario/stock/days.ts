import { stockoutLimit } from '@fluxion/contract';
import { daysBetween, type Need, type StoreScope } from '@fluxion/engine/base';
import type { RequestContext } from '../../../context/request-context.ts';
import { invalidFields } from '../../../problems/problem.ts';
import { lastSalesDay } from '../last-sales-day.ts';

interface LastDay {
  readonly stores: StoreScope;
  /** The day that the caller asks for. */
  readonly asked: string | undefined;
  /** What the answer up to a day is read from. */
  readonly reads: (to: string) => readonly Need[];
}

/**
 * The last day that an answer is about: the one asked for, else the last with sales of any of the stores; undefined if there
 * never were any. Also gives the answer its ETag, since which day is the last is part of the answer.
 */
export async function revalidatedLastDay(ctx: RequestContext, day: LastDay): Promise<string | undefined> {
  const { stores, asked, reads } = day;
  if (asked !== undefined) {
    await ctx.revalidate(reads(asked));
    return asked;
  }
  // Whatever the day will be: it is looked up only afterwards.
  const ofAnyDay = [
    ...reads('2000-01-01'),
    { table: 'ventas_diarias', units: stores === 'all' ? {} : { ubicacion_id: stores } },
  ];
  await ctx.revalidate(ofAnyDay.map(({ table, units }) => ({ table, units: { ...units, fecha: {} } })));
  return lastSalesDay(ctx, stores);
}

/**
 * How many days of stockouts are asked about.
 * @throws RequestProblem INVALID_REQUEST naming fecha_inicio if there are none, or too many
 */
export function dayCount({ from, to }: { readonly from: string; readonly to: string }): number {
  const days = daysBetween(from, to) + 1;
  if (days < 1)
    throw invalidFields({ campo: 'fecha_inicio', mensaje: `debe ser anterior o igual a fecha_fin (${to})` });
  if (days <= stockoutLimit.days) return days;
  const mensaje = `no puede quedar más de ${stockoutLimit.days} días antes de fecha_fin (${to})`;
  throw invalidFields({ campo: 'fecha_inicio', mensaje });
}
