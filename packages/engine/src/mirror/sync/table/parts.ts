import type { LayoutPart } from '../../notes/index.ts';

const text = `'(?:[^']|'')*'`;

/** What PostgreSQL prints in the constraints of partitions, as far as DuckDB reads it and means the same by it. */
const token = new RegExp(
  [
    text,
    `"(?:[^"]|"")+"(?!\\s*\\()`,
    String.raw`(?:IS|NOT|NULL|AND|OR|ANY|ARRAY|true|false)\b`,
    // A column; before a parenthesis it would be a function.
    String.raw`[a-z_][a-z0-9_$]*\b(?!\s*\()`,
    String.raw`-?\d+(?:\.\d+)?`,
    String.raw`::(?:date|integer|bigint|smallint|uuid|boolean|text|character varying|timestamp without time zone|timestamp with time zone)(?:\[\])?`,
    String.raw`<=|>=|=|<|>|[()[\],]|\s+`,
  ].join('|'),
  'y',
);

/** Text is ordered by a collation there, and by its bytes here. */
const ordersText = new RegExp(String.raw`[<>]=?\s*${text}::(?:text|character varying)`);

/** A day before the year 1, which DuckDB reads otherwise. */
const daysBefore = / BC'/;

/**
 * A condition, in DuckDB's SQL, that is true of exactly the rows of a part of a table; undefined if there is none that is
 * sure to mean the same there, as for hash partitions.
 */
export function partCondition({ constraint }: Pick<LayoutPart, 'constraint'>): string | undefined {
  if (constraint === null) return 'true';
  token.lastIndex = 0;
  while (token.lastIndex < constraint.length) if (!token.test(constraint)) return undefined;
  return ordersText.test(constraint) || daysBefore.test(constraint) ? undefined : constraint;
}
