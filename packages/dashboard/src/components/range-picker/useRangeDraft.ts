import { parseDate, type CalendarDate } from '@internationalized/date';
import { useState } from 'react';
import type { DateValue } from 'react-aria-components';
import { sameRange, type DateRange } from '../../range/index.ts';

/** Two dates as the date fields hold them. */
export interface DraftRange {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** A choice in progress. */
export interface RangeDraft {
  /** Null while a date is incomplete. */
  readonly draft: DraftRange | null;
  /** Records a change without applying it; returns the new draft. */
  readonly note: (value: { start: DateValue; end: DateValue } | null) => DraftRange | null;
  /** Applies the draft if it is a range other than the current one; otherwise reverts to that. */
  readonly commit: (draft: DraftRange | null) => void;
}

/** A range as the date fields hold it. */
export function toDraft({ from, to }: DateRange): DraftRange {
  return { start: parseDate(from), end: parseDate(to) };
}

/** Holds what is typed or picked until it is complete. */
export function useRangeDraft(range: DateRange, onChoose: (range: DateRange) => void): RangeDraft {
  const [draft, setDraft] = useState<DraftRange | null>(() => toDraft(range));
  return {
    draft,
    note: (value) => {
      const next = value && { start: parseDate(value.start.toString()), end: parseDate(value.end.toString()) };
      setDraft(next);
      return next;
    },
    commit: (value) => {
      const next = value && { from: value.start.toString(), to: value.end.toString() };
      if (next === null || next.from > next.to) setDraft(toDraft(range));
      else if (!sameRange(next, range)) onChoose(next);
    },
  };
}
