export type DecimalSign = '.' | ',';

/** Between thousands, besides the one of '.' and ',' that is not the decimal sign. */
const otherThousands = String.raw`[\p{Zs}'\x{2019}]`;

export const theOther = (decimal: DecimalSign): DecimalSign => (decimal === '.' ? ',' : '.');

const escaped = (sign: DecimalSign) => (sign === '.' ? String.raw`\.` : ',');

/** The bodies of numbers, in RE2, where `decimal` separates the decimals. An exponent has a mantissa of plain digits. */
export function numberPattern(decimal: DecimalSign): string {
  const point = escaped(decimal);
  const thousand = escaped(theOther(decimal));
  const fraction = `(?:${point}[0-9]*)?`;
  return [
    `[0-9]+${fraction}`,
    `${point}[0-9]+`,
    `[0-9]{1,3}(?:${thousand}[0-9]{3})+${fraction}`,
    `[0-9]{1,3}(?:${otherThousands}[0-9]{3})+${fraction}`,
    `[0-9]+(?:${point}[0-9]+)?[eE][-+]?[0-9]{1,2}`,
  ].join('|');
}

/** The bodies that are numbers only if `decimal` separates the decimals. */
export function evidencePattern(decimal: DecimalSign): string {
  const point = escaped(decimal);
  const thousand = escaped(theOther(decimal));
  return [
    // Both signs, this one behind the other; or the other one twice.
    `[0-9]{1,3}(?:${thousand}[0-9]{3})+${point}[0-9]*`,
    `[0-9]{1,3}(?:${thousand}[0-9]{3}){2,}`,
    // Thousands separated by something else.
    `[0-9]{1,3}(?:${otherThousands}[0-9]{3})+${point}[0-9]*`,
    // Other than 3 digits behind it; or before it none, more than 3, or a leading 0.
    `[0-9]+${point}(?:[0-9]{0,2}|[0-9]{4,})`,
    `(?:[0-9]{4,}|0[0-9]*|)${point}[0-9]+`,
    `[0-9]+${point}[0-9]+[eE][-+]?[0-9]{1,2}`,
  ].join('|');
}

/** The bodies that are numbers either way: thousands, or with three decimals. */
export const unclearPattern = '[1-9][0-9]{0,2}[.,][0-9]{3}';
