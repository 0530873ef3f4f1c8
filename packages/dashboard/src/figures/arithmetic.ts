import { alignScales, parseDecimal, writeDecimal } from './scaled.ts';

/**
 * The exact sum, with as many decimals as the addend that has most; `0` of nothing.
 * @throws RangeError if one is not a decimal number
 */
export function sumDecimals(addends: Iterable<string>): string {
  let total = { digits: 0n, scale: 0 };
  for (const text of addends) {
    const addend = parseDecimal(text);
    const [left, right] = alignScales(total, addend);
    total = { digits: left + right, scale: Math.max(total.scale, addend.scale) };
  }
  return writeDecimal(total);
}

/** The product, exact. @throws RangeError if either is not a decimal number */
export function productOf(left: string, right: string): string {
  const [a, b] = [parseDecimal(left), parseDecimal(right)];
  return writeDecimal({ digits: a.digits * b.digits, scale: a.scale + b.scale });
}

/**
 * `numerator / denominator` with that many decimals, rounded half away from zero; null where the denominator is zero. Exact
 * where `ratio` is a float: this quotient may be shown as an amount.
 * @throws RangeError if either is not a decimal number
 */
export function quotientOf(numerator: string, denominator: string, decimals: number): string | null {
  const [top, bottom] = alignScales(parseDecimal(numerator), parseDecimal(denominator));
  if (bottom === 0n) return null;
  const size = (top < 0n ? -top : top) * 10n ** BigInt(decimals);
  const divisor = bottom < 0n ? -bottom : bottom;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return writeDecimal({ digits: top < 0n === bottom < 0n ? rounded : -rounded, scale: decimals });
}
