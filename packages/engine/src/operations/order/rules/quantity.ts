import { decimalText } from '../../../base/index.ts';

const digits = 4;

/** A quantity, NUMERIC(12,4), as whole ten-thousandths: sums and remainders of them are exact. */
export function toParts(quantity: string): bigint {
  const [whole = '', fraction = ''] = decimalText(quantity).split('.');
  if (fraction.length > digits) throw new TypeError(`not a quantity: ${quantity}`);
  return BigInt(whole + fraction.padEnd(digits, '0'));
}

/** The quantity of so many ten-thousandths, without needless zeros. */
export function fromParts(parts: bigint): string {
  const text = String(parts < 0n ? -parts : parts).padStart(digits + 1, '0');
  return decimalText(`${parts < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`);
}

/**
 * The whole cases right below and above a quantity, nothing left out; undefined if the quantity is whole cases itself.
 */
export function nearestCases(quantity: string, caseSize: string): readonly string[] | undefined {
  const [asked, size] = [toParts(quantity), toParts(caseSize)];
  const rest = asked % size;
  if (rest === 0n) return undefined;
  return [asked - rest, asked - rest + size].filter((parts) => parts > 0n).map(fromParts);
}
