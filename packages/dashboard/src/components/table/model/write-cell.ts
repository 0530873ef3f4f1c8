import { isDecimal } from '../../../figures/index.ts';
import type { Locale } from '../../../i18n/index.ts';
import { isFigure, type CellValue, type Column, type ColumnKind } from './column.ts';

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

/** What a cell of the column says in plain text. */
export function cellText<Row>(row: Row, { value, kind, write }: Column<Row>, locale: Locale): string {
  const held = value(row);
  return write === undefined || held === null ? writeCell(held, kind, locale) : write(held);
}

/** Space at both ends of a cell, in characters of a figure. */
const AROUND = 4;
/** Of more rows than these, the others are hardly longer. */
const LOOKED_AT = 5_000;

/**
 * How many characters each column of figures needs to be read whole: a text that is cut is still a text, a figure that is cut
 * is another figure. Null for columns of texts, and for those that draw their cells themselves.
 */
export function figureWidths<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  locale: Locale,
): readonly (number | null)[] {
  return columns.map((column) => {
    if (!isFigure(column.kind) || column.cell !== undefined) return null;
    const largest = rows.slice(0, LOOKED_AT).reduce<{ row?: Row; length: number }>(
      (longest, row) => {
        const { length } = String(column.value(row) ?? '').split('.', 1)[0] ?? '';
        return length > longest.length ? { row, length } : longest;
      },
      { length: 0 },
    );
    return largest.row === undefined ? null : cellText(largest.row, column, locale).length + AROUND;
  });
}
