/** How a number of days is drawn so that its course can be seen. */
export interface Smoothing {
  /** The line is the mean of so many days; 1 draws the days themselves. */
  readonly meanDays: number;
  /** Behind the means, the days themselves are drawn as well. */
  readonly everyDay: boolean;
}

const WEEK = 7;

/** Beyond four months the weekly rhythm hides the course; beyond two years, so do the weeks. */
export function smoothingOf(days: number): Smoothing {
  if (days <= 120) return { meanDays: 1, everyDay: false };
  if (days <= 731) return { meanDays: WEEK, everyDay: true };
  return { meanDays: 4 * WEEK, everyDay: false };
}
