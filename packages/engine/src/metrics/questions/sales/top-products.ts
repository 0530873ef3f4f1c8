import type { Question } from '../../../base/index.ts';
import { salesAndProductsRead } from '../sales-filter.ts';
import { rankedProduct, rankedProducts, type RankedProducts, type SalesOfProduct } from './ranked-products.ts';

/** The products that sold best, the highest first; without a limit, sales by product. */
export const topProducts: Question<RankedProducts, SalesOfProduct> = {
  name: 'productos más vendidos',
  reads: salesAndProductsRead,
  sql: (asked) => rankedProducts(asked, 'DESC'),
  row: rankedProduct,
};
