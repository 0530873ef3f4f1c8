/** Digits behind the point of a quantity: NUMERIC(12,4). */
const DIGITS = 4;
const CANONICAL = /^[0-9]{1,8}(\.[0-9]{1,4})?$/;

/** Whether the text is a quantity as the API takes it: units, without a sign. */
export function isQuantity(text: string): boolean {
  return CANONICAL.test(text);
}

/** A quantity as whole ten-thousandths: sums and remainders of them are exact. */
function toParts(quantity: string): bigint {
  const [whole = '', fraction = ''] = quantity.split('.');
  return BigInt(whole + fraction.slice(0, DIGITS).padEnd(DIGITS, '0'));
}

/** The quantity of so many ten-thousandths, without needless zeros. */
function fromParts(parts: bigint): string {
  const digits = String(parts < 0n ? -parts : parts).padStart(DIGITS + 1, '0');
  const fraction = digits.slice(-DIGITS).replace(/0+$/, '');
  return (parts < 0n ? '-' : '') + digits.slice(0, -DIGITS) + (fraction === '' ? '' : `.${fraction}`);
}

/** The same quantity without needless zeros. */
export function plainQuantity(quantity: string): string {
  return fromParts(toParts(quantity));
}

/**
 * Reads what a person typed: `1.234,5` where `mark` is a comma, `1,234.5` where it is a point. A mark that can only be the
 * other language's decimal one is taken for it: `2.5` is two and a half everywhere, `2.500` is not.
 *
 * @returns units as the API takes them; undefined if it is no quantity
 */
export function readQuantity(typed: string, mark: ',' | '.'): string | undefined {
  const text = typed.replaceAll(/\s/g, '');
  const group = mark === ',' ? '\\.' : ',';
  const point = mark === ',' ? ',' : '\\.';
  const grouped = new RegExp(`^\\d{1,3}(${group}\\d{3})+(${point}\\d+)?$`);
  const plain = new RegExp(`^\\d+(${point}\\d*)?$`);
  const foreign = new RegExp(`^\\d+${group}\\d+$`);
  const found = grouped.test(text)
    ? text.replaceAll(mark === ',' ? '.' : ',', '').replace(mark, '.')
    : plain.test(text)
      ? text.replace(mark, '.').replace(/\.$/, '')
      : foreign.test(text)
        ? text.replace(/[.,]/, '.')
        : undefined;
  if (found === undefined) return undefined;
  const canonical = found.replace(/^0+(?=\d)/, '');
  return isQuantity(canonical) ? plainQuantity(canonical) : undefined;
}

/** A quantity as it stands in a field: every digit, no grouping. What is no quantity stays as it was typed. */
export function writeQuantity(quantity: string, mark: ',' | '.'): string {
  return isQuantity(quantity) ? plainQuantity(quantity).replace('.', mark) : quantity;
}

/** The whole cases right below and above a quantity, nothing left out; undefined if it is whole cases itself. */
export function nearestCases(quantity: string, caseSize: string): readonly string[] | undefined {
  const [asked, size] = [toParts(quantity), toParts(caseSize)];
  if (size === 0n) return undefined;
  const rest = asked % size;
  if (rest === 0n) return undefined;
  return [asked - rest, asked - rest + size].filter((parts) => parts > 0n).map(fromParts);
}

/** How many cases a quantity is; null where it is no whole number of them. */
export function casesOf(quantity: string, caseSize: string): string | null {
  const [asked, size] = [toParts(quantity), toParts(caseSize)];
  return size === 0n || asked % size !== 0n ? null : String(asked / size);
}

/** The units of so many whole cases. */
export function unitsOf(cases: string, caseSize: string): string {
  return fromParts(BigInt(cases) * toParts(caseSize));
}

/** The quantity with so many cases more, or fewer for a negative number; from between two, the next whole one. Never below 0. */
export function stepCases(quantity: string, caseSize: string, by: 1 | -1): string {
  const size = toParts(caseSize);
  const asked = isQuantity(quantity) ? toParts(quantity) : 0n;
  if (size === 0n) return fromParts(asked);
  const rest = asked % size;
  const next = by === 1 ? asked - rest + size : rest === 0n ? asked - size : asked - rest;
  return fromParts(next < 0n ? 0n : next);
}
