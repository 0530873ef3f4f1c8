import type { DateRange } from '../../range/index.ts';
import type { SummaryQueries } from './useSummaryQueries.ts';

/** What the parts of the page are made from. */
export interface SummaryInput {
  readonly range: DateRange;
  /** The days that have data. */
  readonly data: DateRange;
  readonly queries: SummaryQueries;
}
