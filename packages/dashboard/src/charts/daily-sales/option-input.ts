import type { Locale } from '../../i18n/index.ts';
import type { ChartPalette } from '../palette.ts';
import type { DailySales } from './series.ts';

/** What the chart's description is made from. */
export interface DailySalesOptionInput {
  readonly days: readonly DailySales[];
  /** Draw the days before beneath. */
  readonly compared: boolean;
  /** Of the drawing, in pixels. */
  readonly width: number;
  readonly palette: ChartPalette;
  readonly locale: Locale;
}

/** Few enough days to give each a dot, and the first and the last some room. */
export function hasFewDays({ days }: DailySalesOptionInput): boolean {
  return days.length <= 45;
}
