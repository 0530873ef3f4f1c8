import { type Column, type Scope, type Translation, bind, learn } from '../bind/index.ts';
import { node, optionalNode, text, texts, UntranslatableError, type SyntaxNode } from '../syntax-tree.ts';
import { assertComparable, castTo, direction, types, write } from '../write/index.ts';

/** LIMIT and OFFSET. */
export async function limits(modifier: SyntaxNode, translation: Translation, scope: Scope): Promise<string> {
  const parts: string[] = [];
  for (const [key, word] of [
    ['limit', 'LIMIT'],
    ['offset', 'OFFSET'],
  ] as const) {
    const value = optionalNode(modifier, key);
    if (!value) continue;
    const bound = await bind(value, { scope }, translation);
    await learn([bound], translation);
    parts.push(`${word} ${castTo(write(bound, translation), types.bigint).sql}`);
  }
  return parts.join(' ');
}

/** The column of the answer that an order key names by its place or its name, from 0; undefined: none. */
export function placeOf(order: SyntaxNode, columns: readonly Column[]): number | undefined {
  const key = node(order, 'expression');
  const value = optionalNode(key, 'value')?.value;
  if (text(key, 'class') === 'CONSTANT' && typeof value === 'number') return value - 1;
  const [name, ...more] = texts(key, 'column_names');
  if (text(key, 'class') !== 'COLUMN_REF' || name === undefined || more.length > 0) return undefined;
  const place = columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());
  return place < 0 ? undefined : place;
}

/** ORDER BY ALL. */
export function ordersAll(order: SyntaxNode): boolean {
  return text(node(order, 'expression'), 'class') === 'STAR';
}

/** An ORDER BY of columns of the answer. */
export function positions(orders: readonly SyntaxNode[], columns: readonly Column[]): string {
  const keys = orders.flatMap((order) => {
    const places = ordersAll(order) ? columns.map((_, index) => index) : [placeOf(order, columns)];
    return places.map((place) => {
      const column = place === undefined ? undefined : columns[place];
      if (place === undefined || !column) throw new UntranslatableError('ORDER BY of what is no column of the answer');
      assertComparable(column.type);
      return `${place + 1} ${direction(order)}`;
    });
  });
  return `ORDER BY ${keys.join(', ')}`;
}
