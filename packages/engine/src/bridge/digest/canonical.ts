import type { DuckType, PostgresType } from '../../catalog/index.ts';
import type { SqlPair } from './sql-pair.ts';
import type { StoredColumn } from './stored-column.ts';

/** Writes a value, given as an expression of each engine, as text that both print alike. */
type Writer = (value: SqlPair, duckType: DuckType, type: PostgresType) => SqlPair;

const asText: Writer = ({ duck, postgres }) => ({ duck: `${duck}::VARCHAR`, postgres: `${postgres}::text` });

/** Whole microseconds (days, for dates) since 1970; infinities by their name. */
const sinceEpoch =
  (duckCount: (column: string) => string, postgresCount: (column: string) => string): Writer =>
  ({ duck, postgres }) => ({
    duck: `CASE WHEN isfinite(${duck}) THEN ${duckCount(duck)}::VARCHAR ELSE ${duck}::VARCHAR END`,
    postgres: `CASE WHEN isfinite(${postgres}) THEN (${postgresCount(postgres)})::text ELSE ${postgres}::text END`,
  });

const microseconds = sinceEpoch(
  (column) => `epoch_us(${column})`,
  // Not bigint: PostgreSQL may hold an instant that DuckDB could not.
  (column) => `(extract(epoch FROM ${column}) * 1000000)::numeric(30,0)`,
);

/**
 * A double's shortest exact decimal, in PostgreSQL's layout. Both engines print the same digits; DuckDB adds `.0` to whole
 * numbers, begins with exponents a power of ten later, and writes the special values in other words.
 */
const float: Writer = ({ duck, postgres }) => {
  const value = `${duck}::DOUBLE`;
  const text = `${value}::VARCHAR`;
  const short = `CASE WHEN suffix(${text}, '.0') THEN left(${text}, -2) ELSE ${text} END`;
  const digits = `regexp_replace(${short}, '^-|\\.', '', 'g')`;
  const mantissa = `rtrim(rtrim(left(${digits}, 1) || '.' || substr(${digits}, 2), '0'), '.')`;
  const late = `(CASE WHEN ${value} < 0 THEN '-' ELSE '' END) || ${mantissa} || 'e+15'`;
  return {
    duck: `CASE WHEN isnan(${value}) THEN 'NaN' WHEN isinf(${value}) THEN CASE WHEN ${value} > 0 THEN 'Infinity' ELSE '-Infinity' END
      WHEN abs(${value}) >= 1e15 AND abs(${value}) < 1e16 THEN ${late} ELSE ${short} END`,
    postgres: `${postgres}::float8::text`,
  };
};

/** DuckDB leaves out the zero before the point of a decimal that has no digits there. */
const withZero = (text: string) => `regexp_replace(${text}, '^(-?)\\.', '\\10.')`;

const numeric: Writer = ({ duck, postgres }, duckType, { scale }) => {
  const from = duckType.scale ?? 0;
  const text = from > 0 && from === duckType.precision ? withZero(`${duck}::VARCHAR`) : `${duck}::VARCHAR`;
  if (scale === undefined) {
    return {
      duck: from > 0 ? `rtrim(rtrim(${text}, '0'), '.')` : text,
      postgres: `trim_scale(${postgres})::text`,
    };
  }
  return { duck: rescaled(text, from, scale), postgres: `${postgres}::text` };
};

/** A decimal's text with another number of digits after the point; those taken away are zeros, or the value would not fit. */
function rescaled(text: string, from: number, to: number): string {
  if (to > from) return `${text} || '${from === 0 ? '.' : ''}${'0'.repeat(to - from)}'`;
  return to === from ? text : `left(${text}, -${from - to + (to === 0 ? 1 : 0)})`;
}

/** Months, days and microseconds: an interval's three parts, which none of the engines turns into one another. */
const interval: Writer = ({ duck, postgres }) => ({
  duck: `CASE WHEN ${duck} IS NOT NULL THEN concat_ws('/', date_part('year', ${duck}) * 12 + date_part('month', ${duck}), date_part('day', ${duck}), date_part('hour', ${duck}) * 3600000000 + date_part('minute', ${duck}) * 60000000 + date_part('microseconds', ${duck})) END`,
  postgres: `CASE WHEN ${postgres} IS NOT NULL THEN concat_ws('/', (extract(year FROM ${postgres}) * 12 + extract(month FROM ${postgres}))::bigint, extract(day FROM ${postgres})::bigint, (extract(hour FROM ${postgres}) * 3600000000 + extract(minute FROM ${postgres}) * 60000000 + extract(microseconds FROM ${postgres}))::bigint) END`,
});

/** The local time and the zone's seconds: DuckDB prints an offset of one second as if it were a minute. */
const timeWithZone: Writer = ({ duck, postgres }) => ({
  duck: `${duck}::TIME::VARCHAR || '/' || date_part('timezone', ${duck})`,
  postgres: `${postgres}::time::text || '/' || extract(timezone FROM ${postgres})::integer`,
});

/** By the PostgreSQL type's name; the others print alike as they are. */
const writers: Readonly<Record<string, Writer>> = {
  numeric,
  float4: float,
  float8: float,
  bpchar: ({ duck, postgres }) => ({ duck: `rtrim(${duck}, ' ')`, postgres: `${postgres}::text` }),
  bytea: ({ duck, postgres }) => ({ duck: `lower(hex(${duck}))`, postgres: `encode(${postgres}, 'hex')` }),
  date: sinceEpoch(
    (column) => `(${column} - DATE '1970-01-01')`,
    (column) => `${column} - DATE '1970-01-01'`,
  ),
  timestamp: microseconds,
  timestamptz: microseconds,
  timetz: timeWithZone,
  interval,
};

/**
 * An array as its bounds and its elements in the order of their places, each with its length before it: so no element can be
 * taken for a border or for NULL.
 */
const array: Writer = ({ duck, postgres }, duckType, { element: type }) => {
  let element = duckType;
  let depth = 0;
  for (; element.element !== undefined; depth++) element = element.element;
  if (!type || depth === 0) return asText({ duck, postgres }, duckType, { name: 'text' });
  const lists = `${duck}::${element.text}${'[]'.repeat(depth)}`;
  const flat = `${'flatten('.repeat(depth - 1)}${lists}${')'.repeat(depth - 1)}`;
  const bounds = Array.from({ length: depth }, (_, level) => `'[1:' || len((${lists})${'[1]'.repeat(level)}) || ']'`);
  const written = (writers[type.name] ?? asText)({ duck: 'element', postgres: 'element' }, element, type);
  const parts = {
    duck: `list_transform(${flat}, lambda element: coalesce(strlen(${written.duck}) || ':' || ${written.duck}, 'NULL'))`,
    postgres: `(SELECT string_agg(coalesce(octet_length(${written.postgres}) || ':' || ${written.postgres}, 'NULL'), '' ORDER BY place) FROM unnest(${postgres}) WITH ORDINALITY AS elements(element, place))`,
  };
  return {
    duck: `CASE WHEN len(${flat}) > 0 THEN ${bounds.join(' || ')} || array_to_string(${parts.duck}, '') WHEN ${duck} IS NOT NULL THEN '' END`,
    postgres: `CASE WHEN cardinality(${postgres}) > 0 THEN array_dims(${postgres}) || ${parts.postgres} WHEN ${postgres} IS NOT NULL THEN '' END`,
  };
};

/** The types whose text in PostgreSQL is not the one that came, so that no digest can be compared. */
const incomparable = new Set(['jsonb', '_jsonb']);

/** True if the column's stored values can be compared across the engines. */
export function isComparable({ type }: { readonly type: PostgresType }): boolean {
  return !incomparable.has(type.name);
}

/** A column's value as text that both engines print alike, each in its own SQL from what it has stored. NULL stays NULL. */
export function canonicalText({ value, duckType, type }: StoredColumn): SqlPair {
  const write = type.element ? array : (writers[type.name] ?? asText);
  return write(value, duckType, type);
}
