import { quoteLiteral } from '../../../base/index.ts';
import type { ValueFormats } from '../../../sources/index.ts';
import { column, firstReason, type Layer } from '../layers.ts';
import { clockOf } from './clock.ts';
import { monthNumber, monthPattern } from './months.ts';

export type DateOrder = NonNullable<ValueFormats['dateOrder']>;

/** Values of earlier years are mistakes: no chain's sales are that old. */
export const firstDay = '1990-01-01';

const yearFirst = quoteLiteral('^([0-9]{4})(?:[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})|([0-9]{2})([0-9]{2}))$');
/** Which of the first two is the day is the delivery's date order. */
const yearLast = quoteLiteral('^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})$');
const namedPattern = quoteLiteral(
  [
    String.raw`^(?:([0-9]{1,2})(?:[-/. ]|\s+de\s+)?(${monthPattern})\.?(?:[-/., ]\s*|\s+del?\s+)([0-9]{4}|[0-9]{2})`,
    String.raw`(${monthPattern})\.?\s+([0-9]{1,2}),?\s+([0-9]{4})`,
    String.raw`([0-9]{4})[-/ ](${monthPattern})\.?[-/ ]([0-9]{1,2}))$`,
  ].join('|'),
);
const namedParts = `['d1', 'm1', 'y1', 'm2', 'd2', 'y2', 'y3', 'm3', 'd3']`;

/** The parts of a day's text of the form a/b/year, as a struct of texts, which are empty if it has not that form. */
export const yearLastParts = (day: string): string => `regexp_extract(${day}, ${yearLast}, ['a', 'b', 'year'])`;

const fullYear = (year: string) => `CASE WHEN length(${year}) = 2 THEN '20' || ${year} ELSE ${year} END`;

/** The date of 'year', 'month' and 'day', texts; NULL if there is none. */
export const dateOf = (year: string, month: string, day: string): string =>
  `TRY_CAST(${fullYear(year)} || '-' || ${month} || '-' || ${day} AS DATE)`;

/** Layers that make a date of the column `day` of `clockOf`, in the column `date`, by the order of day and month. */
export function dayLayers(field: string, order: DateOrder): Layer[] {
  const { day } = clockOf(field);
  const [iso, last, words] = [column('iso', field), column('last', field), column('words', field)];
  const word = (part: string) => `${words}['${part}1'] || ${words}['${part}2'] || ${words}['${part}3']`;
  const shape = column('shape', field);
  return [
    {
      [iso]: `regexp_extract(${day}, ${yearFirst}, ['year', 'm1', 'd1', 'm2', 'd2'])`,
      [last]: yearLastParts(day),
      [words]: `regexp_extract(${day}, ${namedPattern}, ${namedParts})`,
    },
    {
      [shape]: `CASE WHEN ${iso}['year'] <> '' THEN 'iso' WHEN ${last}['year'] <> '' THEN 'last'
        WHEN (${word('m')}) <> '' THEN 'words' END`,
    },
    {
      [column('date', field)]: `CASE ${shape}
        WHEN 'iso' THEN ${dateOf(`${iso}['year']`, `(${iso}['m1'] || ${iso}['m2'])`, `(${iso}['d1'] || ${iso}['d2'])`)}
        WHEN 'last' THEN ${lastDate(last, order)}
        WHEN 'words' THEN ${dateOf(`(${word('y')})`, monthNumber(`(${word('m')})`), `(${word('d')})`)} END`,
    },
  ];
}

function lastDate(parts: string, order: DateOrder): string {
  const [a, b, year] = [`${parts}['a']`, `${parts}['b']`, `${parts}['year']`];
  if (order === 'dmy') return dateOf(year, b, a);
  if (order === 'mdy') return dateOf(year, a, b);
  // Told that the year is first: then it has two digits.
  return `CASE WHEN length(${a}) = 2 AND length(${year}) = 2 THEN ${dateOf(a, b, year)} END`;
}

const written: Readonly<Record<DateOrder, string>> = {
  dmy: 'day/month/year',
  mdy: 'month/day/year',
  ymd: 'year-month-day',
};

/** Why the text's day is none, or NULL. */
export function dayReason(field: string, order: DateOrder): string {
  const date = column('date', field);
  const shape = column('shape', field);
  return firstReason(
    [`${column('text', field)} IS NULL`, 'NULL'],
    [`${shape} IS NULL`, `'is not a date'`],
    [`${date} IS NULL AND ${shape} = 'last'`, quoteLiteral(`is not a date that exists, written ${written[order]}`)],
    [`${date} IS NULL`, `'is not a date that exists'`],
    [`${date} < DATE '${firstDay}'`, `'is before 1990'`],
  );
}
