import type { EstadisticasResponse } from '@fluxion/contract';
import { request } from './http.ts';

/** The days asked for, both included. */
export interface StatisticsQuery {
  readonly from: string;
  readonly to: string;
}

/** Totals, per store and per day, of a range; of everything there is without one. */
export async function fetchStatistics(query?: StatisticsQuery, signal?: AbortSignal): Promise<EstadisticasResponse> {
  const parameters = query && new URLSearchParams({ fecha_inicio: query.from, fecha_fin: query.to });
  const path = parameters ? `/estadisticas?${parameters.toString()}` : '/estadisticas';
  return (await request(path, signal === undefined ? {} : { signal })) as EstadisticasResponse;
}
