import type { StoreScope } from '@fluxion/engine/base';
import { dataThrough } from '@fluxion/engine/metrics';
import type { RequestContext } from '../../context/request-context.ts';

/** The last day with sales of any of the stores; undefined if there never were any. */
export async function lastSalesDay({ db }: RequestContext, stores: StoreScope): Promise<string | undefined> {
  const through = await dataThrough({ db, stores });
  const days = through.map(({ datos_hasta }) => datos_hasta ?? '').toSorted();
  return days.at(-1) || undefined;
}
