/** An exact decimal number: units of 10^-scale. */
interface Scaled {
  readonly units: bigint;
  readonly scale: number;
}

function scaled(decimal: string): Scaled {
  const [whole = '', fraction = ''] = decimal.split('.');
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

/**
 * `dividend / divisor` to so many decimals, rounded half away from zero as PostgreSQL rounds; null if the divisor is zero.
 * Both are exact decimal texts, and no float comes between.
 */
export function quotient(dividend: string, divisor: string, decimals: number): string | null {
  return divided(scaled(dividend), scaled(divisor), decimals);
}

/** `part` in percent of `whole`, as `quotient` divides; null if the whole is zero. */
export function percentage(part: string, whole: string, decimals = 2): string | null {
  const { units, scale } = scaled(part);
  return divided({ units: units * 100n, scale }, scaled(whole), decimals);
}

function divided(over: Scaled, under: Scaled, decimals: number): string | null {
  if (under.units === 0n) return null;
  const numerator = over.units * 10n ** BigInt(decimals + under.scale);
  const denominator = magnitude(under.units) * 10n ** BigInt(over.scale);
  const rounded = (2n * magnitude(numerator) + denominator) / (2n * denominator);
  return fixed(numerator < 0n === under.units < 0n ? rounded : -rounded, decimals);
}

/** `of` less `less`, exactly, with the decimals of the one that has more. */
export function difference(of: string, less: string): string {
  const [a, b] = [scaled(of), scaled(less)];
  const scale = Math.max(a.scale, b.scale);
  return fixed(a.units * 10n ** BigInt(scale - a.scale) - b.units * 10n ** BigInt(scale - b.scale), scale);
}

/**
 * The square root of `dividend / divisor` to so many decimals, rounded half away from zero; null if the divisor is zero.
 * Neither may be negative.
 */
export function rootOfQuotient(dividend: string, divisor: string, decimals: number): string | null {
  const [over, under] = [scaled(dividend), scaled(divisor)];
  if (under.units === 0n) return null;
  // Of four times the square: the root then has a half of a unit to round by.
  const square =
    (4n * over.units * 10n ** BigInt(2 * decimals + under.scale)) / (under.units * 10n ** BigInt(over.scale));
  return fixed((squareRoot(square) + 1n) / 2n, decimals);
}

/** The largest whole number whose square is not larger, by Newton's method from above. */
function squareRoot(square: bigint): bigint {
  if (square === 0n) return 0n;
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (;;) {
    const next = (root + square / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

function magnitude(units: bigint): bigint {
  return units < 0n ? -units : units;
}

function fixed(units: bigint, scale: number): string {
  const digits = String(magnitude(units)).padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}
