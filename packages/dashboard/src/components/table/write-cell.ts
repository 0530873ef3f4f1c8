import { isDecimal } from '../../figures/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { CellValue, ColumnKind } from './column.ts';

const NO_BREAK_SPACE = '\u00a0';

const words = { es: { yes: 'Sí', no: 'No' }, en: { yes: 'Yes', no: 'No' } };

const instants = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs more than a thousand uses of it. */
function instantFormat(tag: string): Intl.DateTimeFormat {
  const known = instants.get(tag);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  instants.set(tag, made);
  return made;
}

/** A value as a column of its kind shows it; what does not fit the kind, as it is. */
export function writeCell(value: CellValue, kind: ColumnKind, locale: Locale): string {
  const { numbers, dates, texts, tag, language } = locale;
  if (value === null) return texts.notAvailable;
  if (typeof value === 'boolean') return value ? words[language].yes : words[language].no;
  const text = String(value);
  if (kind === 'date') return /^\d{4}-\d\d-\d\d$/.test(text) ? dates.day(text) : text;
  if (kind === 'instant') return Number.isNaN(Date.parse(text)) ? text : instantFormat(tag).format(Date.parse(text));
  if (kind === 'text' || kind === 'boolean' || !isDecimal(text)) return text;
  if (kind === 'percent') return `${numbers.money(text)}${NO_BREAK_SPACE}%`;
  return numbers[kind](text);
}
