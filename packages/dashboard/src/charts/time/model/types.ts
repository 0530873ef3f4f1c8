import type { BusinessDate, DateRange } from '../../../range/index.ts';

/** What a place of a time axis stands for. */
export type Step = 'day' | 'week' | 'month';

export interface TimePoint {
  /** Where it stands: the day, the week's Monday or the month's first day. */
  readonly date: BusinessDate;
  /** Null where there is nothing known: a gap, not a zero. */
  readonly value: number | null;
  /** The exact value as it is read; without it the drawn one is written by the chart's `format`. */
  readonly text?: string;
  /** The date that the value is of, where it stands beneath another one: that of the period before. */
  readonly of?: BusinessDate;
}

export interface TimeLine {
  readonly id: string;
  readonly name: string;
  readonly points: readonly TimePoint[];
  /** `main` is what the chart is about, `compared` what it is held against (dashed), `pale` stands behind. */
  readonly look: 'main' | 'compared' | 'pale';
}

/** Something to know about a date (a line upwards) or a value (a line across). */
export type TimeMark =
  | { readonly date: BusinessDate; readonly name: string }
  | { readonly value: number; readonly name: string };

/** What a chart over time is made of, whatever draws it. */
export interface TimeChartProps {
  /** Names the drawing for screen readers. */
  readonly label: string;
  /** What each place of the axis stands for. */
  readonly by: Step;
  /** Somebody chose these days, by dragging over the chart or by Shift, the arrows and Enter. */
  readonly onRange?: (range: DateRange) => void;
  /** Of the drawing, in pixels; its usual height without it. */
  readonly height?: number | undefined;
  readonly marks?: readonly TimeMark[];
}
