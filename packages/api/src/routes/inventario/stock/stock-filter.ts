import type { StockFilter } from '@fluxion/engine/metrics';
import type { RequestContext } from '../../../context/request-context.ts';

interface StockQuery {
  readonly ubicacion_id?: readonly string[] | undefined;
  readonly categoria?: readonly string[] | undefined;
  readonly producto_id?: readonly string[] | undefined;
  readonly q?: string | undefined;
}

/** Whose stock a request is about. @throws InvalidInput UNKNOWN_STORE */
export async function stockFilter(ctx: RequestContext, query: StockQuery): Promise<StockFilter> {
  const { ubicacion_id, categoria: categories, producto_id: products, q: text } = query;
  return { stores: await ctx.scope(ubicacion_id), categories, products, text };
}
