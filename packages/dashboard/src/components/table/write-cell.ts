import { isDecimal } from '../../figures/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { CellValue, ColumnKind } from './column.ts';

const NO_BREAK_SPACE = '\u00a0';

const words = { es: { yes: 'Sí', no: 'No' }, en: { yes: 'Yes', no: 'No' } };

/** The day of an instant where the browser is; a locale that writes days as the API does. */
const dayFormat = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });

function writeInstant(text: string, { dates }: Locale): string {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) return text;
  return `${dates.day(dayFormat.format(instant))}, ${dates.time(instant)}`;
}

/** A value as a column of its kind shows it; what does not fit the kind, as it is. */
export function writeCell(value: CellValue, kind: ColumnKind, locale: Locale): string {
  const { numbers, dates, texts, language } = locale;
  if (value === null) return texts.notAvailable;
  if (typeof value === 'boolean') return value ? words[language].yes : words[language].no;
  const text = String(value);
  if (kind === 'date') return /^\d{4}-\d\d-\d\d$/.test(text) ? dates.day(text) : text;
  if (kind === 'instant') return writeInstant(text, locale);
  if (kind === 'text' || kind === 'boolean' || !isDecimal(text)) return text;
  if (kind === 'percent') return `${numbers.money(text)}${NO_BREAK_SPACE}%`;
  return numbers[kind](text);
}
