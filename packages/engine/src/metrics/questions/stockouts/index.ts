export { stockoutDays, type StockoutDays } from './stockout-days.ts';
export type { StockoutFilter } from './days-without-stock.ts';
export { lostSales, type LostSales } from './lost-sales.ts';
export { lostSalesByStore, type LostSalesOfStore } from './lost-sales-by-store.ts';
