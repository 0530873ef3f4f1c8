import sql, { type Sql } from 'sql-template-tag';

/**
 * `dividend / divisor` as BIGINT, rounded down, of two numbers of at most 26 digits before the point and 12 behind it, of
 * which the dividend is not negative and the divisor is positive. Both engines give the same number although DuckDB divides
 * as DOUBLE: without the remainder, which it finds exactly for decimals of one type, the quotient is whole; three roundings
 * move it by less than a half while it is under 10^15, and the cast takes the nearest whole number.
 */
export function wholeQuotient(dividend: Sql, divisor: Sql): Sql {
  const a = sql`CAST(${dividend} AS DECIMAL(38,12))`;
  const b = sql`CAST(${divisor} AS DECIMAL(38,12))`;
  return sql`CAST((${a} - ${a} % ${b}) / ${b} AS BIGINT)`;
}
