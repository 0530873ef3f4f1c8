import type { DuckType, DuckTypeId } from './duck-type.ts';

/** The least and the most value of an integer type, in full. */
export interface IntegerRange {
  readonly least: string;
  readonly most: string;
}

const signed = (bits: bigint): IntegerRange => ({
  least: String(-(2n ** (bits - 1n))),
  most: String(2n ** (bits - 1n) - 1n),
});
const unsigned = (bits: bigint): IntegerRange => ({ least: '0', most: String(2n ** bits - 1n) });

/** The range of each of DuckDB's integer types, the narrow ones first. */
export const integerRanges = {
  TINYINT: signed(8n),
  UTINYINT: unsigned(8n),
  SMALLINT: signed(16n),
  USMALLINT: unsigned(16n),
  INTEGER: signed(32n),
  UINTEGER: unsigned(32n),
  BIGINT: signed(64n),
  UBIGINT: unsigned(64n),
  HUGEINT: signed(128n),
  UHUGEINT: unsigned(128n),
} as const satisfies Partial<Record<DuckTypeId, IntegerRange>>;

/** PostgreSQL has these with the same range. */
const alike: ReadonlySet<DuckTypeId> = new Set(['SMALLINT', 'INTEGER', 'BIGINT']);

/**
 * The range that a created column must check so that it takes no value which the source's column would not take; undefined
 * if the PostgreSQL type has the same range. A list's or an array's is that of its elements.
 */
export function rangeCheck(type: DuckType): IntegerRange | undefined {
  if (type.element) return rangeCheck(type.element);
  const ranges: Partial<Record<DuckTypeId, IntegerRange>> = integerRanges;
  return alike.has(type.id) ? undefined : ranges[type.id];
}
