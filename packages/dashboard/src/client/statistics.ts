import type { EstadisticasResponse } from '@fluxion/contract';
import { api } from './api.ts';

/** The days asked for, both included. */
export interface StatisticsQuery {
  readonly from: string;
  readonly to: string;
}

/** Totals, per store and per day, of a range; of everything there is without one. */
export async function fetchStatistics(range?: StatisticsQuery, signal?: AbortSignal): Promise<EstadisticasResponse> {
  const query = range === undefined ? {} : { fecha_inicio: range.from, fecha_fin: range.to };
  const { body } = await api.verEstadisticas({ query, ...(signal === undefined ? {} : { signal }) });
  return body;
}
