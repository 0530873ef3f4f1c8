import type { DuckType, DuckTypeId } from '../../catalog/index.ts';

/** How a value that holds no others is written as JSON, and read back. */
export interface ScalarText {
  /** DuckDB's SQL of the JSON text of a value that `sql` gives; NULL for NULL. */
  write(sql: string, type: DuckType): string;
  /** DuckDB's SQL of the value, from the JSON (of type JSON) that `json` gives; NULL for null. */
  read(json: string, type: DuckType): string;
}

/** The types whose values hold no others. */
export type ScalarTypeId = Exclude<DuckTypeId, 'LIST' | 'ARRAY' | 'STRUCT' | 'MAP' | 'UNION' | 'VARIANT' | 'UNKNOWN'>;

const asVarchar = (sql: string) => `CAST(${sql} AS VARCHAR)`;
/** A text without characters that JSON escapes. */
const quote = (sql: string) => `'"' || ${sql} || '"'`;
const escape = (sql: string) => asVarchar(`to_json(${sql})`);
/** What a JSON string holds, and any other JSON value's own text. */
const content = (json: string) => `json_extract_string(${json}, '')`;
const readByCast = (json: string, type: DuckType) => `CAST(${content(json)} AS ${type.text})`;

const number: ScalarText = { write: asVarchar, read: readByCast };
/** DuckDB's own text of a value, in which nothing needs an escape. */
const plain: ScalarText = { write: (sql) => quote(asVarchar(sql)), read: readByCast };
const text: ScalarText = { write: (sql) => escape(asVarchar(sql)), read: readByCast };

const float: ScalarText = {
  write: (sql) =>
    `CASE WHEN isnan(${sql}) THEN '"NaN"' WHEN isinf(${sql}) THEN CASE WHEN ${sql} > 0 THEN '"Infinity"' ELSE '"-Infinity"' END ELSE ${asVarchar(sql)} END`,
  read: readByCast,
};

const decimal: ScalarText = {
  // Without digits before the point, DuckDB leaves out the zero that JSON asks for.
  write: (sql, { precision, scale }) =>
    precision === scale ? `regexp_replace(${asVarchar(sql)}, '^(-?)\\.', '\\10.')` : asVarchar(sql),
  read: readByCast,
};

const bytes = (read: (blob: string) => string, write: (sql: string) => string): ScalarText => ({
  write: (sql) => quote(`lower(hex(${write(sql)}))`),
  read: (json) => read(`unhex(${content(json)})`),
});

/** In UTC, by arithmetic: DuckDB's own text follows the session's zone, and rounds far instants. */
const instant: ScalarText = {
  write: (sql) =>
    quote(
      `CASE WHEN isfinite(${sql}) THEN ${asVarchar(`make_timestamp(epoch_us(${sql}))`)} || '+00' ELSE ${asVarchar(sql)} END`,
    ),
  read: (json) =>
    `CASE WHEN contains(${content(json)}, 'infinity') THEN CAST(${content(json)} AS TIMESTAMPTZ) ELSE make_timestamptz(epoch_us(CAST(left(${content(json)}, -3) AS TIMESTAMP))) END`,
};

/** DuckDB's own text says of an offset like 00:00:01 that it is one minute. */
const timeWithZone: ScalarText = {
  write: (sql) => {
    const offset = `date_part('timezone', ${sql})`;
    const part = (value: string) => `lpad(CAST(${value} AS VARCHAR), 2, '0')`;
    const all = [
      asVarchar(`CAST(${sql} AS TIME)`),
      `CASE WHEN ${offset} < 0 THEN '-' ELSE '+' END`,
      part(`abs(${offset}) // 3600`),
      `':'`,
      part(`abs(${offset}) // 60 % 60`),
      `':'`,
      part(`abs(${offset}) % 60`),
    ];
    return quote(`CASE WHEN ${offset} % 60 = 0 THEN ${asVarchar(sql)} ELSE ${all.join(' || ')} END`);
  },
  read: readByCast,
};

/** Its three parts, which no one unit of time can hold. */
const interval: ScalarText = {
  write: (sql) =>
    `'{"months":' || (date_part('year', ${sql}) * 12 + date_part('month', ${sql})) || ',"days":' || date_part('day', ${sql}) || ',"micros":' || (date_part('hour', ${sql}) * 3600000000 + date_part('minute', ${sql}) * 60000000 + date_part('microseconds', ${sql})) || '}'`,
  read: (json) => {
    const part = (name: string, type: string) => `CAST(json_extract_string(${json}, '/${name}') AS ${type})`;
    return `(to_months(${part('months', 'INTEGER')}) + to_days(${part('days', 'INTEGER')}) + to_microseconds(${part('micros', 'BIGINT')}))`;
  },
};

/** Exhaustive: a type id without a rule does not compile. */
export const scalarTexts: Record<ScalarTypeId, ScalarText> = {
  BOOLEAN: number,
  TINYINT: number,
  SMALLINT: number,
  INTEGER: number,
  BIGINT: number,
  HUGEINT: number,
  UTINYINT: number,
  USMALLINT: number,
  UINTEGER: number,
  UBIGINT: number,
  UHUGEINT: number,
  BIGNUM: number,
  FLOAT: float,
  DOUBLE: float,
  DECIMAL: decimal,
  VARCHAR: text,
  BLOB: bytes(
    (blob) => blob,
    (sql) => sql,
  ),
  BIT: plain,
  UUID: plain,
  DATE: plain,
  TIME: plain,
  TIME_NS: plain,
  'TIME WITH TIME ZONE': timeWithZone,
  TIMESTAMP: plain,
  TIMESTAMP_S: plain,
  TIMESTAMP_MS: plain,
  TIMESTAMP_NS: plain,
  'TIMESTAMP WITH TIME ZONE': instant,
  INTERVAL: interval,
  ENUM: text,
  /** A string of its text: only so do its spaces, its digits and the order of its keys come back. */
  JSON: text,
  /** The well-known binary form. */
  GEOMETRY: bytes(
    (blob) => `ST_GeomFromWKB(${blob})`,
    (sql) => `ST_AsWKB(${sql})`,
  ),
  NULL: { write: () => 'CAST(NULL AS VARCHAR)', read: () => 'NULL' },
};
