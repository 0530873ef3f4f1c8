export { dataThrough, dataThroughSql, type DataThrough } from './data-through.ts';
export {
  noSales,
  salesTotals,
  salesTotalsSql,
  type SalesRange,
  type SalesReport,
  type SalesTotals,
} from './sales-totals.ts';
