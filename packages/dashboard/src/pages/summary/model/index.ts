export { readSummary, summaryPatch, type SummaryAddress } from './address.ts';
export { concernKinds, concernsOf, type Concern, type ConcernKind } from './attention.ts';
export { comparedRanges, type ComparedRanges } from './compared.ts';
export { coursesOf, daysOf, type Against, type DayPair, type DayRow, type Days } from './days.ts';
export { lostTotal, stockTotal, stockValueThen } from './stock.ts';
export { isLate, storeRows, type Freshness, type StoreRow } from './stores.ts';
export { answeredRange, daysQuery } from './ranges.ts';
