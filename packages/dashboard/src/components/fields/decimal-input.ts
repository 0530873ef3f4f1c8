import { isDecimal } from '../../figures/index.ts';

/** The signs that a language writes decimals with. */
export interface DecimalSigns {
  readonly decimal: string;
  readonly group: string;
}

export function decimalSigns(tag: string): DecimalSigns {
  const parts = new Intl.NumberFormat(tag, { useGrouping: 'always' }).formatToParts(1234.5);
  const sign = (type: string, fallback: string) => parts.find((part) => part.type === type)?.value ?? fallback;
  return { decimal: sign('decimal', '.'), group: sign('group', ',') };
}

/**
 * What a person typed as a decimal's text. A sign that groups thousands counts as the decimal one where it cannot be
 * grouping: `1.5` is one and a half in Spanish, too. What is no number comes back as it was typed.
 */
export function readDecimal(typed: string, { decimal, group }: DecimalSigns): string {
  const compact = typed.replaceAll(/\s/g, '').replace('\u2212', '-');
  if (compact === '') return '';
  const [whole = '', ...fractions] = compact.split(decimal);
  if (fractions.length > 1) return typed;
  const groups = whole.split(group);
  const grouped = groups.length > 1 && groups.slice(1).every((digits) => /^\d{3}$/.test(digits));
  const lone = groups.length === 2 && fractions.length === 0 && !grouped;
  const plain = grouped || groups.length === 1 ? groups.join('') : lone ? groups.join('.') : typed;
  const text = fractions[0] === undefined || fractions[0] === '' ? plain : `${plain}.${fractions[0]}`;
  const read = text.startsWith('.') ? `0${text}` : text.replace('-.', '-0.');
  return isDecimal(read) ? trimmed(read) : typed;
}

/** `007` is 7. */
function trimmed(text: string): string {
  return text.replace(/^(-?)0+(?=\d)/, '$1');
}

/** A decimal's text as the language writes it, with every digit that it has; anything else as it is. */
export function writeDecimal(value: string, tag: string): string {
  if (!isDecimal(value)) return value;
  return new Intl.NumberFormat(tag, { maximumFractionDigits: 20 }).format(value);
}
