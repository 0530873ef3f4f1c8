export { rangeQuery, stockQuery } from './queries.ts';
export {
  coverOf,
  statesOf,
  totalsOf,
  urgentOf,
  type Sold,
  type StateCounts,
  type StockSummary,
  type StockTotals,
} from './totals.ts';
export {
  alertKinds,
  daysPatch,
  groupingOf,
  groupingPatch,
  healthPatch,
  listPatch,
  readInventory,
  spans,
  viewPatch,
  views,
  type AlertKind,
  type Grouping,
  type HealthView,
  type InventoryAddress,
  type SpanView,
  type View,
} from './views.ts';
