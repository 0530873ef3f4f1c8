import { analysisLimits, limitesSerie, SerieProducto, verSerieProducto, type QueryOf } from '@fluxion/contract';
import { addDays, daysBetween } from '@fluxion/engine/base';
import { productSeries } from '@fluxion/engine/metrics';
import type { Route } from '../../../http/server-types.ts';
import { invalidFields } from '../../../problems/problem.ts';
import { allAtOnce, declareTable } from '../../../tables/answer-table.ts';
import { productThere } from './product-there.ts';
import { revalidatedLastDay } from '../stock/days.ts';

type Asked = QueryOf<typeof verSerieProducto>;

/** The first day of the series that ends with `to`. */
function firstDay({ fecha_inicio }: Asked, to: string): string {
  return fecha_inicio ?? addDays(to, 1 - limitesSerie.dias);
}

/** @throws RequestProblem INVALID_REQUEST naming the end of the range that cannot be asked about */
function checkRange({ fecha_inicio, fecha_fin }: Asked, to: string): void {
  for (const [campo, day] of Object.entries({ fecha_inicio, fecha_fin })) {
    if (day !== undefined && day < analysisLimits.firstDay)
      throw invalidFields({ campo, mensaje: `debe ser ${analysisLimits.firstDay} o posterior` });
  }
  if (fecha_inicio === undefined) return;
  const days = daysBetween(fecha_inicio, to) + 1;
  if (days < 1)
    throw invalidFields({ campo: 'fecha_inicio', mensaje: `debe ser anterior o igual a fecha_fin (${to})` });
  if (days <= limitesSerie.maximo) return;
  const mensaje = `deja ${days} días hasta el ${to}: pida ${limitesSerie.maximo} o menos`;
  throw invalidFields({ campo: 'fecha_inicio', mensaje });
}

/** GET /productos/:id/serie */
export const showSerie: Route = (app, services) => {
  declareTable(app, services, verSerieProducto, 'signed in', async ({ ctx, query, params }) => {
    await productThere(ctx, params.id);
    const stores = await ctx.scope(query.ubicacion_id);
    const by = query.por === 'tienda' ? ('store' as const) : ('total' as const);
    const asked = (to: string) => ({ productId: params.id, stores, by, from: firstDay(query, to), to });
    const reads = (to: string) => productSeries.reads(asked(to));
    if (query.fecha_fin !== undefined) checkRange(query, query.fecha_fin);
    const to = await revalidatedLastDay(ctx, { stores, asked: query.fecha_fin, reads });
    if (to === undefined) return allAtOnce(SerieProducto, [], { fecha_inicio: null, fecha_fin: null, dias: 0 });
    checkRange(query, to);
    const days = asked(to);
    const { rows } = await ctx.ask(productSeries, days);
    return allAtOnce(SerieProducto, rows, {
      fecha_inicio: days.from,
      fecha_fin: to,
      dias: daysBetween(days.from, to) + 1,
    });
  });
};
