import { covers, previousRange, shiftRange, type DateRange } from '../../../range/index.ts';

/** 52 weeks: a day and the one compared with it are the same weekday. */
export const YEAR_DAYS = 364;

/** The ranges that a range can be compared with. */
export interface ComparedRanges {
  /** Of the same length, right before it; null if it cannot be compared. */
  readonly previous: DateRange | null;
  /** 364 days before; null if it cannot be compared. */
  readonly year: DateRange | null;
}

/**
 * Each is null where it, or the range itself, is not wholly within the data: half a period before would make every change
 * look like growth, half a period now like a collapse.
 */
export function comparedRanges(range: DateRange, data: DateRange): ComparedRanges {
  const within = (other: DateRange | null) =>
    covers(data, range) && other !== null && covers(data, other) ? other : null;
  return { previous: within(previousRange(range)), year: within(shiftRange(range, -YEAR_DAYS)) };
}
