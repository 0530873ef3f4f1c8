import { alignScales, parseDecimal } from './scaled.ts';

/**
 * Negative, 0 or positive as `left` is less than, equal to or greater than `right`. Exact at any length; `1.50` equals
 * `1.5`. For `Array.prototype.sort`.
 * @throws RangeError if either is not a decimal number
 */
export function compareDecimals(left: string, right: string): number {
  const [a, b] = alignScales(parseDecimal(left), parseDecimal(right));
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * `numerator / denominator`, or null where it has no meaning (a denominator of zero). The quotient is a float: good for
 * a percentage or a bar's length, never for money.
 */
export function ratio(numerator: string | number, denominator: string | number): number | null {
  const quotient = Number(numerator) / Number(denominator);
  return Number.isFinite(quotient) ? quotient : null;
}

/**
 * Relative change from `before` to `now` (0.1 is ten per cent more), or null where it has no meaning: nothing to compare
 * with, or a base of zero. A negative base counts by its size, so that more is always positive.
 */
export function change(now: string | number | null, before: string | number | null): number | null {
  if (now === null || before === null) return null;
  return ratio(Number(now) - Number(before), Math.abs(Number(before)));
}
