export { load } from './load.ts';
export type { LoadOptions } from './load-options.ts';
export type { DeliveryReport, Outcome, RejectedLine, Sums, Understanding, UnitReport } from './report.ts';
