/** How to draw a given number of days so that the trend is visible. */
export interface Smoothing {
  /** The line is the mean of so many days; 1 draws the days themselves. */
  readonly meanDays: number;
  /** Behind the means, the days themselves are drawn as well. */
  readonly everyDay: boolean;
}

const WEEK = 7;

/** Beyond four months the weekly cycle hides the trend; beyond two years, so does the variation between weeks. */
export function smoothingOf(days: number): Smoothing {
  if (days <= 120) return { meanDays: 1, everyDay: false };
  if (days <= 731) return { meanDays: WEEK, everyDay: true };
  return { meanDays: 4 * WEEK, everyDay: false };
}
