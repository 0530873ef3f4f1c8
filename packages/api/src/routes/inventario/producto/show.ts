import { verProducto } from '@fluxion/contract';
import { productStory } from '@fluxion/engine/operations';
import { declare } from '../../../http/declare.ts';
import type { Route } from '../../../http/server-types.ts';
import { noSuchProduct } from './product-there.ts';
import { weeklySales } from './weekly-sales.ts';

/** GET /productos/:id */
export const showProducto: Route = (app, services) => {
  declare(app, services, verProducto, 'signed in', async ({ ctx, params }) => {
    const story = await productStory({ ctx, input: { productId: params.id } });
    if (story === undefined) throw noSuchProduct(params.id);
    return { ...story, semanas: await weeklySales(ctx, params.id) };
  });
};
