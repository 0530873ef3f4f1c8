export { salesComparedByCategory, type ComparedCategory } from './by-category.ts';
export { salesComparedByDay, type ComparedDay } from './by-day.ts';
export { salesComparedByStore, type ComparedStore } from './by-store.ts';
export { comparedPeriods, type Compared } from './periods.ts';
export { salesCompared } from './total.ts';
export type { ComparedSales } from './with-receipts.ts';
