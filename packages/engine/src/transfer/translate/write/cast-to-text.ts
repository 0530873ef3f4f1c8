import type { Typed } from './typed.ts';

/**
 * A date's or timestamp's text, as DuckDB prints it: years before Christ with their mark in brackets. Infinity's text is the same
 * in both; PostgreSQL's own text of the others would follow the session's DateStyle.
 */
function dated(sql: string, printed: string): string {
  const mark = `CASE WHEN ${sql} < CAST('0001-01-01' AS date) THEN ' (BC)' ELSE '' END`;
  return `CASE WHEN isfinite(${sql}) THEN ${printed} || ${mark} ELSE CAST(${sql} AS text) END`;
}

/** DuckDB adds `.0` to whole numbers, writes exponents from 1e16 on (PostgreSQL from 1e15), and infinities short. */
function doubleText(sql: string): string {
  const text = `CAST(${sql} AS text)`;
  const long = `CAST(CAST(${text} AS numeric) AS text)`;
  const withPoint = (of: string) => `CASE WHEN strpos(${of}, '.') > 0 THEN ${of} ELSE ${of} || '.0' END`;
  return `CASE WHEN ${sql} = 'NaN' THEN 'nan' WHEN ${sql} = 'Infinity' THEN 'inf' WHEN ${sql} = '-Infinity' THEN '-inf'
    WHEN abs(${sql}) >= 1e15 AND abs(${sql}) < 1e16 THEN ${withPoint(long)}
    WHEN strpos(${text}, 'e') > 0 THEN ${text} ELSE ${withPoint(text)} END`;
}

/** An expression as the text that DuckDB casts it to, in the byte order that DuckDB sorts text by. */
export function castToText({ sql, type }: Typed): string {
  const plain = `CAST(${sql} AS text)`;
  switch (type.id) {
    case 'DATE':
      return dated(sql, `to_char(${sql}, 'YYYY-MM-DD')`);
    case 'TIMESTAMP':
      return dated(sql, String.raw`regexp_replace(to_char(${sql}, 'YYYY-MM-DD HH24:MI:SS.US'), '\.?0+$', '')`);
    case 'DOUBLE':
      return doubleText(sql);
    case 'DECIMAL':
      // DuckDB leaves out the zero before the point of a type that has no digits there.
      return type.precision === type.scale ? String.raw`regexp_replace(${plain}, '^(-?)0\.', '\1.')` : plain;
    default:
      return plain;
  }
}
