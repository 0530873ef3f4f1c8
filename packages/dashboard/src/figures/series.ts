/** A day's figure, or null where there is none: a gap, not a zero. */
export type Figure = number | null;

/**
 * At most `buckets` averages of consecutive figures, in order: what a small drawing of a long series needs. A bucket
 * without figures is a gap.
 */
export function condense(figures: readonly Figure[], buckets: number): Figure[] {
  if (figures.length <= buckets) return [...figures];
  return Array.from({ length: buckets }, (_, index) => {
    const start = Math.floor((index * figures.length) / buckets);
    const end = Math.floor(((index + 1) * figures.length) / buckets);
    return mean(figures.slice(start, end));
  });
}

/**
 * The trailing moving average over `window` figures, or as many as there are. It removes a cycle of that length. A gap as
 * long as the window is a gap in the averages, too.
 */
export function trailingMean(figures: readonly Figure[], window: number): Figure[] {
  return figures.map((_, index) => mean(figures.slice(Math.max(0, index + 1 - window), index + 1)));
}

function mean(figures: readonly Figure[]): Figure {
  const present = figures.filter((figure) => figure !== null);
  if (present.length === 0) return null;
  return present.reduce((sum, figure) => sum + figure, 0) / present.length;
}
