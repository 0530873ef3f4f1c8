import { quoteLiteral } from '../../base/index.ts';
import type { DuckType } from '../../catalog/index.ts';

/** A text as a literal in DuckDB's SQL without a `$`, which stands for the column in a carrier's SQL. */
export function literalWithoutDollar(text: string): string {
  if (!text.includes('$')) return quoteLiteral(text);
  return `(${text.split('$').map(quoteLiteral).join(' || chr(36) || ')})`;
}

/** Gives the variable of a lambda that stands `depth` lambdas deep: an inner one must not hide an outer one. */
export function variable(depth: number): string {
  return `x${depth}`;
}

/** A JSON pointer to a member of an object. */
export function pointerTo(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A nested type's part, which a type that was read always has. */
export function partOf(type: DuckType | undefined): DuckType {
  if (!type) throw new Error('A nested type without its part.');
  return type;
}
