import type { Translation } from '../bind/translation.ts';
import { assertComparable } from '../write/comparison.ts';
import { direction } from '../write/order.ts';
import { write } from '../write/expression.ts';
import { ordered } from '../write/typed.ts';
import type { Output, Parts } from './parts.ts';

/** A key of ORDER BY: its expression, and the column of the answer that it is, if it is one. */
export interface OrderKey {
  readonly sql: string;
  readonly place?: number;
  readonly direction: string;
}

/** The order keys. One that is a column of the answer is named by its place, as DISTINCT wants it. */
export function orderKeys({ items, orders }: Parts, columns: readonly Output[], translation: Translation): OrderKey[] {
  return orders.map(({ order, place, expression }) => {
    const key = place === undefined ? expression : items[place]?.expression;
    const typed = key
      ? write(key, translation)
      : { sql: '', type: columns[0]?.typed.type ?? { id: 'NULL' as const, text: '' } };
    assertComparable(typed.type);
    const found = place ?? columns.findIndex((column) => column.typed.sql === typed.sql);
    return { sql: ordered(typed), ...(found < 0 ? {} : { place: found }), direction: direction(order) };
  });
}
