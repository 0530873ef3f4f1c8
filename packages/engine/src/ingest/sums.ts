import { decimalText } from '../base/index.ts';
import type { Sums } from './report.ts';

/** Adds decimal texts exactly. */
function add(left: string, right: string): string {
  const scale = Math.max(decimalsOf(left), decimalsOf(right));
  const total = scaled(left, scale) + scaled(right, scale);
  const digits = String(total < 0n ? -total : total).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale === 0 ? '' : `.${digits.slice(-scale)}`;
  return decimalText(`${total < 0n ? '-' : ''}${whole}${fraction}`);
}

function decimalsOf(number: string): number {
  const point = number.indexOf('.');
  return point < 0 ? 0 : number.length - point - 1;
}

function scaled(number: string, scale: number): bigint {
  return BigInt(number.replace('.', '') + '0'.repeat(scale - decimalsOf(number)));
}

/** Field by field; a field that one of them lacks counts as 0 there. */
export function addSums(left: Sums, right: Sums): Sums {
  const fields = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return Object.fromEntries(fields.map((field) => [field, add(left[field] ?? '0', right[field] ?? '0')]));
}

/** Whether both have the same values in every field that both have. */
export function sameSums(left: Sums, right: Sums): boolean {
  return Object.entries(left).every(([field, sum]) => {
    const other = right[field];
    return other === undefined || decimalText(other) === decimalText(sum);
  });
}
