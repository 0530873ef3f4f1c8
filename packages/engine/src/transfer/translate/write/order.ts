import { text, type SyntaxNode } from '../syntax-tree.ts';

/** How an order key goes: DuckDB's default, NULLs last both ways, spelt out. */
export function direction(order: SyntaxNode): string {
  const way = text(order, 'type') === 'DESCENDING' ? 'DESC' : 'ASC';
  return `${way} ${text(order, 'null_order').replace('_', ' ') === 'NULLS FIRST' ? 'NULLS FIRST' : 'NULLS LAST'}`;
}
