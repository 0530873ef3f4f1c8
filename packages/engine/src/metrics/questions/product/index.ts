export { productSeries, type ProductDay, type ProductSeries } from './product-series.ts';
