import { parseDate, type CalendarDate } from '@internationalized/date';
import { useRef, useState } from 'react';
import type { DateValue } from 'react-aria-components';
import { sameRange, type DateRange } from '../../range/index.ts';
import { judgeTyped, readTyped, type RangeProblem } from './typed-range.ts';

/** Two dates as the date fields hold them. */
export interface DraftRange {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

type FieldValue = { readonly start: DateValue; readonly end: DateValue } | null;

export interface RangeDraftOptions {
  readonly range: DateRange;
  /** The days that may be typed. */
  readonly limits: DateRange;
  readonly onChoose: (range: DateRange) => void;
}

/** A range that is being typed or picked, and is not chosen yet. */
export interface RangeDraft {
  /** Null while a date is incomplete. */
  readonly draft: DraftRange | null;
  /** Why the typed dates were not chosen; null until they are finished. */
  readonly problem: RangeProblem | null;
  /** Stores what was typed, without choosing it. */
  readonly note: (value: FieldValue) => void;
  /** Chooses what was picked. */
  readonly pick: (value: FieldValue) => void;
  /** Chooses the dates typed into the fields if they are a range other than the present one, or says why not. */
  readonly finish: (fields: Element | null) => void;
  /** Goes back to the present range. */
  readonly reset: () => void;
  /** To be called before one of the two dates loses the focus. */
  readonly beforeLeaving: () => void;
}

/** A range as the date fields hold it. */
export function toDraft({ from, to }: DateRange): DraftRange {
  return { start: parseDate(from), end: parseDate(to) };
}

/** Holds what is typed or picked until it is finished. */
export function useRangeDraft({ range, limits, onChoose }: RangeDraftOptions): RangeDraft {
  const [draft, setDraft] = useState<DraftRange | null>(() => toDraft(range));
  const [problem, setProblem] = useState<RangeProblem | null>(null);
  const noted = useRef(draft);
  const leaving = useRef(false);

  const set = (next: DraftRange | null, why: RangeProblem | null) => {
    noted.current = next;
    setDraft(next);
    setProblem(why);
  };
  const choose = (next: DateRange) => {
    if (!sameRange(next, range)) onChoose(next);
  };
  return {
    draft,
    problem,
    note: (value) => {
      if (!leaving.current) set(value && asDraft(value), null);
      // A date that loses the focus reports only one that it has bent: 31 February. It does so even after the last digit
      // has put it right, which was noted just before.
      else if (noted.current === draft) set(null, 'impossible');
    },
    pick: (value) => {
      if (value === null) return;
      set(asDraft(value), null);
      choose({ from: value.start.toString(), to: value.end.toString() });
    },
    finish: (fields) => {
      if (fields === null) return;
      const typed = readTyped(fields);
      // The present range may lie outside the limits: the address may name any days.
      const within = judgeTyped(typed, range);
      const unchanged = typeof within !== 'string' && sameRange(within, range);
      const judged = unchanged ? range : judgeTyped(typed, limits);
      if (typeof judged !== 'string') {
        setProblem(null);
        choose(judged);
      } else if (judged !== 'incomplete' || problem === null) setProblem(judged);
    },
    reset: () => set(toDraft(range), null),
    beforeLeaving: () => {
      leaving.current = true;
      queueMicrotask(() => (leaving.current = false));
    },
  };
}

function asDraft({ start, end }: NonNullable<FieldValue>): DraftRange {
  return { start: parseDate(start.toString()), end: parseDate(end.toString()) };
}
