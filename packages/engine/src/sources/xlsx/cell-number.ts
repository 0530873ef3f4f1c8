import type { DateKind } from './date-formats.ts';

const dayMs = 86_400_000;
/** 9999-12-31, the last day that workbooks know, and the day after in those that count from 1904. */
const lastDay = 2_958_466;
const daysTo1904 = 1462;

/**
 * The text of a number as a cell holds it. A workbook keeps doubles, and writers put down up to 17 digits of them: the fewest
 * digits that mean the same double are those that somebody typed. Exponents are written out.
 */
export function numberText(written: string): string {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(e[+-]?\d{1,3})?$/i.exec(written);
  if (parts === null || (parts[2] === '' && !parts[3])) return written;
  const [, sign = '', whole = '', fraction = '', exponent] = parts;
  // Whole numbers may be codes of more digits than a double holds.
  if (exponent === undefined && fraction === '') return sign.replace('+', '') + whole;
  const text = String(Number(written));
  const [, short = '', digits = '', decimals = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? [];
  if (power === '0') return text;
  return short + shifted(digits, decimals, Number(power));
}

/** digits.decimals x 10^power in plain digits. */
function shifted(digits: string, decimals: string, power: number): string {
  if (power < 0) return `0.${'0'.repeat(-power - 1)}${digits}${decimals}`;
  return digits + decimals.padEnd(power, '0');
}

/**
 * The ISO text of a day's number, by what its format shows: '2026-01-31', '2026-01-31 10:00:00', '10:00:00'. A time that the
 * format hides is kept. What is no day of the calendar stays a number.
 * @param from1904 the workbook counts from 1904-01-01, otherwise from 1900-01-01 with a 1900-02-29 that never was
 */
export function dateText(written: string, kind: DateKind, from1904: boolean): string {
  const value = Number(written);
  const days = from1904 ? value + daysTo1904 : value;
  if (written.trim() === '' || !(value >= 0 && days < lastDay)) return numberText(written);
  const ms = Math.round(value * dayMs);
  if (kind === 'elapsed') return timeText(ms);
  if (ms < dayMs && (kind === 'time' || !from1904)) return timeText(ms);
  const day = Math.floor(ms / dayMs) + (from1904 ? daysTo1904 : 0);
  const date = day === 60 ? '1900-02-29' : isoDay(day < 60 ? day + 1 : day);
  return kind === 'date' && ms % dayMs === 0 ? date : `${date} ${timeText(ms % dayMs)}`;
}

function isoDay(day: number): string {
  return new Date(Date.UTC(1899, 11, 30) + day * dayMs).toISOString().slice(0, 10);
}

function timeText(ms: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const seconds = Math.floor(ms / 1000);
  const rest = ms % 1000;
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return rest === 0 ? time : `${time}.${String(rest).padStart(3, '0').replace(/0+$/, '')}`;
}
