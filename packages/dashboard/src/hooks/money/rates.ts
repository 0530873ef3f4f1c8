/** What a dollar costs from a day on, until the next rate's day. */
export interface Rate {
  readonly fecha: string;
  readonly bs_por_usd: string;
}

/**
 * The rate that holds on a day: that day's, or else the last before it; null before the first. Without a day the last of all.
 *
 * @param rates by date
 */
export function rateOn<R extends Rate>(rates: readonly R[], date: string | undefined): R | null {
  if (date === undefined) return rates.at(-1) ?? null;
  let low = 0;
  let high = rates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rates[middle]?.fecha ?? '') <= date) low = middle + 1;
    else high = middle;
  }
  return rates[low - 1] ?? null;
}
