import { node, text, type SyntaxNode } from '../syntax-tree.ts';
import { assertComparable } from './comparison.ts';
import { write, type Knowledge } from './expression.ts';
import { ordered } from './typed.ts';

/** How an order key goes: DuckDB's default, NULLs last both ways, spelt out. */
export function direction(order: SyntaxNode): string {
  const way = text(order, 'type') === 'DESCENDING' ? 'DESC' : 'ASC';
  return `${way} ${text(order, 'null_order').replace('_', ' ') === 'NULLS FIRST' ? 'NULLS FIRST' : 'NULLS LAST'}`;
}

/** An order key's expression, text in the order of its bytes. */
export function orderKey(order: SyntaxNode, known: Knowledge): string {
  const key = write(node(order, 'expression'), known);
  assertComparable(key.type);
  return ordered(key);
}

/** An ORDER BY inside a window or an aggregate. Empty without orders. */
export function orderBy(orders: readonly SyntaxNode[], known: Knowledge): string {
  if (orders.length === 0) return '';
  return `ORDER BY ${orders.map((order) => `${orderKey(order, known)} ${direction(order)}`).join(', ')}`;
}
