import type { Question } from '../../../base/index.ts';
import { salesAndProductsRead } from '../sales-filter.ts';
import { rankedProduct, rankedProducts, type RankedProducts, type SalesOfProduct } from './ranked-products.ts';

/** Of the products that have lines in the period, those that sold worst, the lowest first. What has no lines is dead stock. */
export const bottomProducts: Question<RankedProducts, SalesOfProduct> = {
  name: 'productos menos vendidos',
  reads: salesAndProductsRead,
  sql: (asked) => rankedProducts(asked, 'ASC'),
  row: rankedProduct,
};
