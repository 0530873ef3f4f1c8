export { dataThrough, dataThroughReads, type DataThrough } from './data-through.ts';
export { noSales, salesTotals, type SalesRange, type SalesReport, type SalesTotals } from './sales-totals.ts';
export { rollups } from './rollups/index.ts';
export type { Currency } from './questions/currency.ts';
export type { SalesFilter } from './questions/sales-filter.ts';
export {
  bottomProducts,
  receipts,
  salesByCategory,
  salesByDay,
  salesByHour,
  salesByMonth,
  salesByStore,
  salesByStoreAndDay,
  salesByWeek,
  topProducts,
  type ProductMeasure,
  type RankedProducts,
  type Receipts,
  type SalesFigures,
  type SalesOfCategory,
  type SalesOfDay,
  type SalesOfHour,
  type SalesOfMonth,
  type SalesOfProduct,
  type SalesOfStore,
  type SalesOfStoreDay,
  type SalesOfWeek,
  type SalesWithReceipts,
} from './questions/sales/index.ts';
export {
  salesCompared,
  salesComparedByCategory,
  salesComparedByDay,
  comparedPeriods,
  salesComparedByStore,
  type Compared,
  type ComparedCategory,
  type ComparedDay,
  type ComparedSales,
  type ComparedStore,
} from './questions/comparison/index.ts';
export type { Page } from './questions/page.ts';
export { productSeries, type ProductDay, type ProductSeries } from './questions/product/index.ts';
export type { ProductLabels } from './questions/product-labels.ts';
export {
  abcClasses,
  abcXyzMatrix,
  abcXyzProducts,
  wholeWeeks,
  xyzClasses,
  type AbcProduct,
  type AbcXyzCell,
  type AbcXyzProduct,
  type BothClassesFilter,
  type CellFilter,
  type ValueClass,
  type ValueFigures,
  type VariationClass,
  type VariationFigures,
  type XyzFilter,
  type XyzProduct,
} from './questions/classification/index.ts';
export {
  alertCounts,
  daysOfCover,
  deadStock,
  stockAlerts,
  stockSummary,
  stockValueByCategory,
  stockValueByStore,
  type CoverFilter,
  type DaysOfCover,
  type DeadStock,
  type DeadStockFilter,
  type StockFigures,
  type StockFilter,
  type StockOfCategory,
  type AlertCount,
  type AlertFilter,
  type AlertKey,
  type StockAlert,
  type StockOfStore,
  type StockSummary,
} from './questions/stock/index.ts';
export {
  lostSales,
  lostSalesByStore,
  stockoutDays,
  type LostSales,
  type LostSalesOfStore,
  type StockoutDays,
  type StockoutFilter,
} from './questions/stockouts/index.ts';
