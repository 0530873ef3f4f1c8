export { stockValueByStore, type StockOfStore } from './value-by-store.ts';
export { stockValueByCategory, type StockOfCategory } from './value-by-category.ts';
export type { StockFigures } from './stock-sums.ts';
export type { StockFilter } from './stock-filter.ts';
export { daysOfCover, type DaysOfCover } from './days-of-cover.ts';
export type { CoverFilter } from './cover.ts';
export { deadStock, type DeadStock, type DeadStockFilter } from './dead-stock.ts';
