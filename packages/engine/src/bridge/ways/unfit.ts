import { quoteLiteral } from '../../base/index.ts';
import { rangeCheck, type DuckType, type PostgresType } from '../../catalog/index.ts';
import { depthOf } from './postgres-text.ts';

type Condition = (column: string) => string;

const notFinite: Condition = (column) => `${column} IN ('NaN', 'Infinity', '-Infinity')`;
const anyOf =
  (...conditions: Condition[]): Condition =>
  (column) =>
    conditions.map((condition) => condition(column)).join(' OR ');

/** DuckDB counts microseconds from 1970 in 64 bits. */
const afterLastInstant: Condition = (column) => `isfinite(${column}) AND ${column} > '294247-01-10 04:00:54.775806'`;
const notFiniteInterval: Condition = (column) => `NOT isfinite(${column})`;

/**
 * PostgreSQL's condition that is true of the values of a column of `type` that `into` cannot hold; undefined: it holds
 * them all.
 */
export function unfitCondition(type: PostgresType, into: DuckType): Condition | undefined {
  const range = into.element ? undefined : rangeCheck(into);
  if (range) {
    const outside: Condition = (column) => `${column} < ${range.least} OR ${column} > ${range.most}`;
    if (type.name !== 'numeric') return outside;
    return anyOf(notFinite, outside, (column) => `${column} <> trunc(${column})`);
  }
  if (type.element) return unfitArray(into);
  switch (into.id) {
    case 'DECIMAL':
      return unfitDecimal(type, into);
    case 'BIGNUM':
      return anyOf(notFinite, (column) => `${column} <> trunc(${column})`);
    case 'BIT':
      return (column) => `length(${column}) = 0`;
    case 'ENUM':
      return (column) => `${column}::text <> ALL (ARRAY[${(into.labels ?? []).map(quoteLiteral).join(', ')}]::text[])`;
    case 'INTERVAL':
      return notFiniteInterval;
    case 'TIMESTAMP_S':
      return anyOf(afterLastInstant, (column) => `date_trunc('second', ${column}) <> ${column}`);
    case 'TIMESTAMP_MS':
      return anyOf(afterLastInstant, (column) => `date_trunc('milliseconds', ${column}) <> ${column}`);
    case 'TIMESTAMP_NS':
      return (column) =>
        `isfinite(${column}) AND (${column} < '1677-09-22' OR ${column} > '2262-04-11 23:47:16.854775')`;
    case 'TIMESTAMP':
    case 'TIMESTAMP WITH TIME ZONE':
      return afterLastInstant;
    default:
      return undefined;
  }
}

/** A numeric without infinities and with the type's own digits, unless it was declared wider. */
function unfitDecimal({ precision, scale = 0 }: PostgresType, into: DuckType): Condition {
  const digits = into.precision ?? 0;
  const after = into.scale ?? 0;
  if (precision !== undefined && precision - scale <= digits - after && scale <= after) return notFinite;
  const bound = `1${'0'.repeat(digits - after)}`;
  return anyOf(notFinite, (column) => `abs(${column}) >= ${bound} OR ${column} <> round(${column}, ${after})`);
}

/** PostgreSQL's arrays have any number of dimensions and begin anywhere; DuckDB's lists have one, and begin with 1. */
function unfitArray(into: DuckType): Condition {
  const levels = depthOf(into);
  const sizes = sizesOf(into);
  if (sizes === undefined) {
    return (column) => `array_ndims(${column}) <> ${levels} OR array_lower(${column}, 1) <> 1`;
  }
  const bounds = sizes.map((size) => `[1:${size}]`).join('');
  return (column) => `array_dims(${column}) IS DISTINCT FROM '${bounds}' AND ${column} IS NOT NULL`;
}

/** Of arrays in arrays, the size of each; undefined if one is a list. */
function sizesOf({ element, size }: DuckType): readonly number[] | undefined {
  if (!element) return [];
  const inner = sizesOf(element);
  return size === undefined || inner === undefined ? undefined : [size, ...inner];
}
