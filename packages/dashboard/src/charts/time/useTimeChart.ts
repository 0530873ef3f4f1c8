import type { RefObject } from 'react';
import type { BusinessDate } from '../../range/index.ts';
import type { TipWords } from './cursor/series-tip.ts';
import type { TipRow } from './cursor/tip-text.ts';
import { useCursor, type Cursor } from './cursor/useCursor.ts';
import { useTip, type ToldPlace } from './cursor/useTip.ts';
import type { Plot, Step, TimeChartProps } from './model/index.ts';
import { usePlot } from './usePlot.ts';

export interface TimeChartInput {
  readonly places: readonly BusinessDate[];
  readonly by: Step;
  readonly onRange: TimeChartProps['onRange'];
  /** It has a second axis and bars. */
  readonly bars?: boolean;
  readonly describe: (at: number, how: Omit<TipWords, 'format'>) => readonly TipRow[];
}

/** What a chart over time lives by: its measures, its cursor, and what is told about the place that it is at. */
export interface TimeChart {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly plot: Plot;
  readonly cursor: Cursor;
  readonly told: ToldPlace;
}

export function useTimeChart({ places, by, onRange, bars = false, describe }: TimeChartInput): TimeChart {
  const { ref, plot } = usePlot(places.length, bars);
  const cursor = useCursor({ plot, places, by, onRange });
  const told = useTip(places, cursor.at, by, describe);
  return { ref, plot, cursor, told };
}
