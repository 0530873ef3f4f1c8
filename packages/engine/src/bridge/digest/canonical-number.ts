import type { SqlPair } from './sql-pair.ts';
import type { StoredColumn } from './stored-column.ts';

type NumberOf = (duck: string, postgres: string) => SqlPair;

const integer: NumberOf = (duck, postgres) => ({ duck: `${duck}::BIGINT`, postgres: `${postgres}::bigint` });

/** What stands for infinities: numbers that no finite date or instant of either engine has. */
const infinite = { positive: '(-9223372036854775806)', negative: '(-9223372036854775805)' };

/** A number for every date or instant: `finite` for those that are, another one for each infinity. */
function orInfinite(column: string, finite: string): string {
  return `CASE WHEN isfinite(${column}) THEN ${finite} WHEN ${column} > DATE '2000-01-01' THEN ${infinite.positive} WHEN ${column} IS NOT NULL THEN ${infinite.negative} END`;
}

/** Days since 1970. */
const days: NumberOf = (duck, postgres) => ({
  duck: orInfinite(duck, `(${duck} - DATE '1970-01-01')`),
  postgres: orInfinite(postgres, `(${postgres} - DATE '1970-01-01')::bigint`),
});

/**
 * Microseconds since 1970. In PostgreSQL the seconds come as a double, rounded in its last place, and multiplying rounds once
 * more: together less than half a microsecond while there are fewer than 2^51 (71 years). Beyond, numeric is exact but slow.
 * What is later than DuckDB's last instant is its infinity's neighbour, a number that no instant of DuckDB has.
 */
const microseconds =
  (type: 'timestamp' | 'timestamptz'): NumberOf =>
  (duck, postgres) => ({
    duck: orInfinite(duck, `epoch_us(${duck})`),
    postgres: `CASE WHEN ${postgres} BETWEEN ${type} '1900-01-01 00:00:00+00' AND ${type} '2040-01-01 00:00:00+00' THEN round(date_part('epoch', ${postgres}) * 1000000)::bigint ELSE ${orInfinite(postgres, `least(extract(epoch FROM ${postgres}) * 1000000, 9223372036854775807)::bigint`)} END`,
  });

/** By the PostgreSQL type's name: those whose every value is a 64-bit integer of its own, cheaper to come by than a text. */
const numbers: Readonly<Record<string, NumberOf>> = {
  int2: integer,
  int4: integer,
  int8: integer,
  date: days,
  timestamp: microseconds('timestamp'),
  timestamptz: microseconds('timestamptz'),
};

/** A column's value as a 64-bit integer, exact on both engines, NULL for NULL; undefined: the type is none of those. */
export function canonicalNumber({ type, value }: StoredColumn): SqlPair | undefined {
  return numbers[type.name]?.(value.duck, value.postgres);
}
