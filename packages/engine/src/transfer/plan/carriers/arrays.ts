import { withoutArrays } from '../../../bridge/index.ts';
import { parseDuckType, type DuckType, type PostgresType } from '../../../catalog/index.ts';
import type { Carrier, Forbidden } from './carrier.ts';

/** The levels of a LIST (one) or of ARRAYs in each other, and what the innermost holds. */
interface Levels {
  readonly depth: number;
  readonly leaf: DuckType;
}

function levelsOf(type: DuckType): Levels | undefined {
  if (!type.element) return undefined;
  if (type.id === 'LIST') return { depth: 1, leaf: type.element };
  const inner = type.element.id === 'ARRAY' ? levelsOf(type.element) : undefined;
  return inner ? { depth: inner.depth + 1, leaf: inner.leaf } : { depth: 1, leaf: type.element };
}

/** Names that no carrier of an element uses. */
const variable = (level: number) => `e${level}`;
const put = (sql: string, value: string) => sql.replaceAll('$', () => value);

/** `element` is SQL on an innermost value, `$`; gives SQL on the whole, `$`, of the same levels. */
function transformed(element: string, depth: number, level = 1): string {
  const inner = depth === level ? element : transformed(element, depth, level + 1);
  return `list_transform($, lambda ${variable(level)}: ${put(inner, variable(level))})`;
}

/** `condition` is SQL on an innermost value, `$`; true if any is so. */
function some(condition: string, depth: number, level = 1): string {
  const inner = depth === level ? condition : some(condition, depth, level + 1);
  return `len(list_filter($, lambda ${variable(level)}: ${put(inner, variable(level))})) > 0`;
}

function ofElements({ condition, one, several, convert }: Forbidden, depth: number): Forbidden {
  return {
    condition: some(condition, depth),
    one: `has an element that ${one}`,
    several: `have elements that ${several}`,
    ...(convert === undefined
      ? {}
      : { convert: transformed(`CASE WHEN ${condition} THEN ${convert} ELSE $ END`, depth) }),
  };
}

/** PostgreSQL's arrays are rectangular. */
function nullInside(type: DuckType, depth: number): Forbidden[] {
  if (depth === 1) return [];
  const missing = Array.from({ length: depth - 1 }, (_, index) => some('$ IS NULL', index + 1));
  return [
    {
      condition: missing.join(' OR '),
      one: 'has NULL in place of an inner array, which PostgreSQL cannot keep',
      several: 'have NULL in place of inner arrays, which PostgreSQL cannot keep',
      convert: filled(type, '$', 1),
    },
  ];
}

/** An ARRAY of ARRAYs, as lists, with inner arrays of NULLs for those that are NULL. */
function filled(type: DuckType, sql: string, level: number): string {
  const inner = type.element;
  if (inner?.id !== 'ARRAY' || !inner.element) return sql;
  const name = variable(level);
  const list = `${withoutArrays(inner.element).text}[]`;
  const there = `coalesce(CAST(${name} AS ${list}), list_resize(CAST([] AS ${list}), ${inner.size}))`;
  return `list_transform(${sql}, lambda ${name}: ${filled(inner, there, level + 1)})`;
}

/** The text of `type` with another innermost type. */
function withLeaf(type: DuckType, depth: number, leaf: string): string {
  if (depth === 0 || !type.element) return leaf;
  const inner = withLeaf(type.element, depth - 1, leaf);
  return type.id === 'ARRAY' ? `${inner}[${type.size}]` : `${inner}[]`;
}

/** A list, or a rectangle of arrays, into an array; `carrierOf` knows how a single element goes. */
export function array(
  source: DuckType,
  element: PostgresType,
  carrierOf: (source: DuckType, target: PostgresType) => Carrier | undefined,
): Carrier | undefined {
  const levels = levelsOf(source);
  const inner = levels && carrierOf(levels.leaf, element);
  if (!levels || !inner) return undefined;
  const { depth, leaf } = levels;
  const type = parseDuckType(withLeaf(source, depth, (inner.read?.type ?? leaf).text));
  const sql = inner.read ? transformed(inner.read.sql, depth) : '$';
  const read = source.id === 'ARRAY' ? `CAST(${sql} AS ${type.text})` : sql;
  return {
    ...(read === '$' ? {} : { read: { sql: read, type } }),
    forbidden: [...nullInside(source, depth), ...inner.forbidden.map((forbidden) => ofElements(forbidden, depth))],
  };
}
