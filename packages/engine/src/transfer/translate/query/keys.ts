import type { Translation } from '../bind/index.ts';
import { isAggregate } from '../functions/index.ts';
import { isNode, text, type SyntaxNode } from '../syntax-tree.ts';
import { assertComparable, direction, ordered, targetType, types, write } from '../write/index.ts';
import type { Output, Parts } from './parts.ts';

/** GROUP BY, with its sets; empty without one. */
export function groupBy(select: SyntaxNode, { items, groups }: Parts, translation: Translation): string {
  if (text(select, 'aggregate_handling') === 'FORCE_AGGREGATES') {
    // GROUP BY ALL: every column of the answer that gathers nothing.
    const keys = items
      .filter(({ expression }) => !gathers(expression))
      .map(({ expression }) => groupKey(expression, translation));
    return keys.length === 0 ? '' : `GROUP BY ${keys.join(', ')}`;
  }
  const keys = groups.map((group) => groupKey(group, translation));
  const sets = Array.isArray(select.group_sets) ? select.group_sets : [];
  if (sets.length > 1) {
    const lists = sets.map(
      (set: unknown) => `(${(Array.isArray(set) ? set : []).map((index) => keys[Number(index)]).join(', ')})`,
    );
    return `GROUP BY GROUPING SETS (${lists.join(', ')})`;
  }
  return keys.length === 0 ? '' : `GROUP BY ${keys.join(', ')}`;
}

/** A bare constant would be a place in the answer. */
function groupKey(expression: SyntaxNode, translation: Translation): string {
  const typed = write(expression, translation);
  assertComparable(typed.type, true);
  if (typed.constant === undefined && typed.type.id !== 'NULL') return typed.sql;
  return `CAST(${typed.sql} AS ${targetType(typed.type.id === 'NULL' ? types.text : typed.type)})`;
}

function gathers(expression: SyntaxNode): boolean {
  const kind = text(expression, 'class');
  if (kind === 'FUNCTION' && isAggregate(text(expression, 'function_name').toLowerCase())) return true;
  return Object.values(expression).some((value) =>
    Array.isArray(value) ? value.filter(isNode).some(gathers) : isNode(value) && gathers(value),
  );
}

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
