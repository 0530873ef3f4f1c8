import type { Cell } from '@fluxion/contract';

const decimal = /^(-?)(\d+)(?:\.(\d+))?$/;

/** The value times 10^scale; undefined for what is no number, or has more digits than the scale or 38 in all. */
export function scaledDigits(value: NonNullable<Cell>, scale: number): bigint | undefined {
  const [, sign, whole, fraction = ''] = decimal.exec(String(value)) ?? [];
  if (whole === undefined) return undefined;
  const kept = fraction.length > scale ? fraction.replace(/0+$/, '') : fraction;
  const digits = (whole + kept.padEnd(scale, '0')).replace(/^0+/, '');
  if (kept.length > scale || digits.length > 38) return undefined;
  return BigInt(`${sign}${digits === '' ? '0' : digits}`);
}

/** A whole number of 64 bits; undefined for what is none. */
export function bigintOf(value: NonNullable<Cell>): bigint | undefined {
  const whole = scaledDigits(value, 0);
  return whole === undefined || BigInt.asIntN(64, whole) !== whole ? undefined : whole;
}

/** Digits that a double is sure to keep. */
const exactDigits = 15;

/** Whether a number's text comes back from a double as the number that it is. */
export function isExactDouble(text: string): boolean {
  const match = decimal.exec(text);
  if (match === null || text.length > 100) return false;
  const significant = `${match[2]}${match[3] ?? ''}`.replace(/^0+/, '').replace(/0+$/, '');
  return significant.length <= exactDigits;
}

const dayForm = /^\d{4}-\d\d-\d\d$/;
const dayMs = 86_400_000;

/** Days from 1970-01-01 to a date of four digits' years; undefined for any other text. */
export function daysOf(value: NonNullable<Cell>): number | undefined {
  const text = String(value);
  const ms = dayForm.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms / dayMs;
}

const instantForm = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?Z$/;

/** Microseconds from 1970 to an ISO instant in UTC; undefined for any other text. */
export function microsecondsOf(value: NonNullable<Cell>): bigint | undefined {
  const [, seconds, fraction = ''] = instantForm.exec(String(value)) ?? [];
  const ms = seconds === undefined ? Number.NaN : Date.parse(`${seconds}Z`);
  return Number.isNaN(ms) ? undefined : BigInt(ms) * 1000n + BigInt(fraction.padEnd(6, '0'));
}
