export { load } from './load.ts';
export type { LoadOptions } from './load-options.ts';
export type { DeliveryReport, Outcome, RejectedLine, Sums, Understanding, UnitReport } from './report.ts';
export { addSums } from './sums.ts';
export { loadFromSource, type SourceLoadOptions } from './from-source/load-from-source.ts';
