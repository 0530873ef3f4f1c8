import { quoteIdentifier } from '../../base/index.ts';
import type { ColumnPlan } from '../plan/table-plan.ts';

/** A value as text that both engines print alike, each in its own SQL from what it has stored. NULL stays NULL. */
export interface CanonicalText {
  readonly duck: string;
  readonly postgres: string;
}

type Writer = (duck: string, postgres: string, column: ColumnPlan) => CanonicalText;

const asText: Writer = (duck, postgres) => ({ duck: `${duck}::VARCHAR`, postgres: `${postgres}::text` });

/** Whole microseconds (days, for dates) since 1970; infinities by their name. */
const sinceEpoch =
  (duckCount: (column: string) => string, postgresCount: (column: string) => string): Writer =>
  (duck, postgres) => ({
    duck: `CASE WHEN isfinite(${duck}) THEN ${duckCount(duck)}::VARCHAR ELSE ${duck}::VARCHAR END`,
    postgres: `CASE WHEN isfinite(${postgres}) THEN (${postgresCount(postgres)})::text ELSE ${postgres}::text END`,
  });

const microseconds = sinceEpoch(
  (column) => `epoch_us(${column})`,
  // Not bigint: the target may hold an instant that DuckDB could not.
  (column) => `(extract(epoch FROM ${column}) * 1000000)::numeric(30,0)`,
);

/**
 * A double's shortest exact decimal, in PostgreSQL's layout. Both engines print the same digits; DuckDB adds `.0` to whole
 * numbers, begins with exponents a power of ten later, and writes the special values in other words.
 */
const float: Writer = (duck, postgres) => {
  const value = `${duck}::DOUBLE`;
  const text = `regexp_replace(${value}::VARCHAR, '\\.0$', '')`;
  const digits = `regexp_replace(${text}, '^-|\\.', '', 'g')`;
  const mantissa = `rtrim(rtrim(left(${digits}, 1) || '.' || substr(${digits}, 2), '0'), '.')`;
  const late = `(CASE WHEN ${value} < 0 THEN '-' ELSE '' END) || ${mantissa} || 'e+15'`;
  return {
    duck: `CASE WHEN isnan(${value}) THEN 'NaN' WHEN isinf(${value}) THEN CASE WHEN ${value} > 0 THEN 'Infinity' ELSE '-Infinity' END
      WHEN abs(${value}) >= 1e15 AND abs(${value}) < 1e16 THEN ${late} ELSE ${text} END`,
    postgres: `${postgres}::float8::text`,
  };
};

/** DuckDB leaves out the zero before the point of a decimal that has no digits there. */
const withZero = (text: string) => `regexp_replace(${text}, '^(-?)\\.', '\\10.')`;

const numeric: Writer = (duck, postgres, { type, carrier, duckType }) => {
  const sourceScale = carrier.read === undefined ? (duckType.scale ?? 0) : 0;
  const text =
    sourceScale > 0 && sourceScale === duckType.precision ? withZero(`${duck}::VARCHAR`) : `${duck}::VARCHAR`;
  if (type.scale === undefined) {
    return {
      duck: sourceScale > 0 ? `rtrim(rtrim(${text}, '0'), '.')` : text,
      postgres: `trim_scale(${postgres})::text`,
    };
  }
  return { duck: rescaled(text, sourceScale, type.scale), postgres: `${postgres}::text` };
};

/** A decimal's text with another number of digits after the point; those taken away are zeros, or the value would not fit. */
function rescaled(text: string, from: number, to: number): string {
  if (to > from) return `${text} || '${from === 0 ? '.' : ''}${'0'.repeat(to - from)}'`;
  return to === from ? text : `left(${text}, -${from - to + (to === 0 ? 1 : 0)})`;
}

const interval: Writer = (duck, postgres) => ({
  duck: `concat_ws('/', date_part('year', ${duck}) * 12 + date_part('month', ${duck}), date_part('day', ${duck}), date_part('hour', ${duck}) * 3600000000 + date_part('minute', ${duck}) * 60000000 + date_part('microseconds', ${duck}))`,
  postgres: `CASE WHEN ${postgres} IS NOT NULL THEN concat_ws('/', (extract(year FROM ${postgres}) * 12 + extract(month FROM ${postgres}))::bigint, extract(day FROM ${postgres})::bigint, (extract(hour FROM ${postgres}) * 3600000000 + extract(minute FROM ${postgres}) * 60000000 + extract(microseconds FROM ${postgres}))::bigint) END`,
});

/** By the target type's name; the others print alike as they are. */
const writers: Readonly<Record<string, Writer>> = {
  numeric,
  float4: float,
  float8: float,
  bpchar: (duck, postgres) => ({ duck: `rtrim(${duck}, ' ')`, postgres: `${postgres}::text` }),
  bytea: (duck, postgres) => ({ duck: `lower(hex(${duck}))`, postgres: `encode(${postgres}, 'hex')` }),
  date: sinceEpoch(
    (column) => `(${column} - DATE '1970-01-01')`,
    (column) => `${column} - DATE '1970-01-01'`,
  ),
  timestamp: microseconds,
  timestamptz: microseconds,
  interval: (duck, postgres, column) => {
    const text = interval(duck, postgres, column);
    return { ...text, duck: `CASE WHEN ${duck} IS NOT NULL THEN ${text.duck} END` };
  },
};

/** The target types whose text in PostgreSQL is not the one that came, so that no digest can be compared. */
const incomparable = new Set(['jsonb']);

/** True if the column's stored values can be compared across the engines. */
export function isComparable(column: ColumnPlan): boolean {
  return !incomparable.has(column.type.name);
}

/** The canonical text of a planned column, as an expression on the reading query in DuckDB and on the table in PostgreSQL. */
export function canonicalText(column: ColumnPlan): CanonicalText {
  const write = writers[column.type.name] ?? asText;
  return write(quoteIdentifier(column.name), quoteIdentifier(column.target), column);
}
