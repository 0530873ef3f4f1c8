export { dataThrough, type DataThrough } from './data-through.ts';
export { noSales, salesTotals, type SalesRange, type SalesReport, type SalesTotals } from './sales-totals.ts';
export { rollups } from './rollups/index.ts';
