import { verEstadisticas, type EstadisticasResponse } from '@fluxion/contract';
import {
  dataThrough,
  dataThroughReads,
  noSales,
  salesTotals,
  type DataThrough,
  type SalesReport,
} from '@fluxion/engine/metrics';
import { declare } from '../../http/declare.ts';
import type { Route } from '../../http/server-types.ts';
import { dateRange } from '../../requests/range.ts';

type StoreRow = EstadisticasResponse['por_tienda'][number];

/**
 * The stores that sold, the most first, then those that did not, by name: active ones and those asked for. A distribution
 * centre is shown only if it sold or was asked for.
 */
function storeRows(report: SalesReport, stores: readonly DataThrough[], asked: boolean): StoreRow[] {
  const place = new Map(Array.from(report.byStore.keys(), (id, index) => [id, index]));
  return stores
    .filter(({ ubicacion_id, tipo, activo }) => asked || place.has(ubicacion_id) || (activo && tipo === 'tienda'))
    .toSorted((a, b) => (place.get(a.ubicacion_id) ?? place.size) - (place.get(b.ubicacion_id) ?? place.size))
    .map(({ ubicacion_id, nombre, datos_hasta }) => ({
      ubicacion_id,
      nombre,
      datos_hasta,
      ...(report.byStore.get(ubicacion_id) ?? noSales),
    }));
}

/** GET /estadisticas */
export const showEstadisticas: Route = (app, services) => {
  declare(app, services, verEstadisticas, 'signed in', async ({ ctx, query }) => {
    const { from, to } = dateRange(query);
    const stores = await ctx.scope(query.ubicacion_id);
    await ctx.revalidate(dataThroughReads(stores));
    const report = await salesTotals({ db: ctx.db, range: { stores, from, to } });
    const through = await dataThrough({ db: ctx.db, stores });
    return {
      rango: { fecha_inicio: from ?? report.firstDay, fecha_fin: to ?? report.lastDay },
      totales: report.total,
      por_tienda: storeRows(report, through, query.ubicacion_id !== undefined),
      por_dia: [...report.byDay],
    };
  });
};
