import type { Cell, ColumnType } from '@fluxion/contract';
import { daysOf, isExactDouble, microsecondsOf } from '../values.ts';
import { styles } from './parts.ts';
import { xmlText } from './xml-text.ts';

type Value = NonNullable<Cell>;

/** A cell: its attributes behind the reference, and what is in it. A text is a text for ever: no cell has a formula. */
const textCell = (value: Value) => ` t="inlineStr"><is><t xml:space="preserve">${xmlText(String(value))}</t></is></c>`;
const numberCell = (number: number | string, style: number) => ` s="${style}"><v>${number}</v></c>`;

/** Excel's doubles would round off the last digits of a longer number: as a text it keeps them. */
const number = (value: Value) =>
  isExactDouble(String(value)) ? numberCell(String(value), styles.plain) : textCell(value);

/** From Excel's day 0 to 1970-01-01. Earlier than 1900-03-01 its calendar is off by a day that never was. */
const daysTo1970 = 25_569;
const firstDay = 61;
const dayMicroseconds = 86_400_000_000;

const day = (value: Value) => {
  const serial = (daysOf(value) ?? Number.NaN) + daysTo1970;
  return serial >= firstDay ? numberCell(serial, styles.date) : textCell(value);
};
const instant = (value: Value) => {
  const microseconds = microsecondsOf(value);
  const serial = microseconds === undefined ? Number.NaN : Number(microseconds) / dayMicroseconds + daysTo1970;
  return serial >= firstDay ? numberCell(serial, styles.instant) : textCell(value);
};

/** The cell of a value, from behind its reference on. */
export const cellOf: Readonly<Record<ColumnType, (value: Value) => string>> = {
  text: textCell,
  integer: number,
  decimal: number,
  date: day,
  instant,
  boolean: (value) => ` t="b"><v>${value === true ? 1 : 0}</v></c>`,
};

export const headerCell = (name: string): string =>
  ` s="${styles.header}" t="inlineStr"><is><t xml:space="preserve">${xmlText(name)}</t></is></c>`;
