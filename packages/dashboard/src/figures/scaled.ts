/** A decimal number as the API writes it: `-?digits[.digits]`, of any length. */
export type Decimal = `${number}`;

const PATTERN = /^-?\d+(\.\d+)?$/;

/** Whether the text is a plain decimal number: no exponent, no grouping, no spaces. */
export function isDecimal(text: string): text is Decimal {
  return PATTERN.test(text);
}

/** A decimal's exact value: `digits / 10^scale`. */
export interface Scaled {
  readonly digits: bigint;
  readonly scale: number;
}

/** @throws RangeError if the text is not a decimal number */
export function parseDecimal(text: string): Scaled {
  if (!isDecimal(text)) throw new RangeError(`Not a decimal number: "${text}"`);
  const point = text.indexOf('.');
  const scale = point < 0 ? 0 : text.length - point - 1;
  return { digits: BigInt(text.replace('.', '')), scale };
}

export function writeDecimal({ digits, scale }: Scaled): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const cut = text.length - scale;
  return (digits < 0n ? '-' : '') + text.slice(0, cut) + (scale === 0 ? '' : `.${text.slice(cut)}`);
}

/** The digits of both at the larger scale of the two. */
export function alignScales(left: Scaled, right: Scaled): [bigint, bigint] {
  const scale = Math.max(left.scale, right.scale);
  return [raise(left, scale), raise(right, scale)];
}

function raise(value: Scaled, scale: number): bigint {
  return value.digits * 10n ** BigInt(scale - value.scale);
}
