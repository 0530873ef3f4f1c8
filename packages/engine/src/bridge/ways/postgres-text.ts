import type { DuckType, DuckTypeId } from '../../catalog/index.ts';

/** DuckDB's SQL of a value of `type`, given SQL of the text that PostgreSQL prints of it in an ISO session in UTC. */
type Reader = (text: string, type: DuckType) => string;

const cast: Reader = (text, type) => `CAST(${text} AS ${type.text})`;

/** PostgreSQL writes BC at the end, DuckDB behind the date. */
const withEra = (text: string) =>
  `CASE WHEN ends_with(${text}, ' BC') THEN regexp_replace(${text}, '^(\\S+)(.*) BC$', '\\1 (BC)\\2') ELSE ${text} END`;
const calendar: Reader = (text, type) => `CAST(${withEra(text)} AS ${type.text})`;

/** By arithmetic: DuckDB's own reading of far instants with a zone rounds them. */
const instant: Reader = (text) => {
  const inUtc = `CAST(${withEra(`replace(${text}, '+00', '')`)} AS TIMESTAMP)`;
  return `CASE WHEN contains(${text}, 'infinity') THEN CAST(${text} AS TIMESTAMPTZ) ELSE make_timestamptz(epoch_us(${inUtc})) END`;
};

/** `1 year 2 mons -3 days -04:05:06.789`: DuckDB reads no such text, but adds such parts. */
const interval: Reader = (text) => {
  const count = (unit: string) => `coalesce(TRY_CAST(regexp_extract(${text}, '(-?\\d+) ${unit}', 1) AS BIGINT), 0)`;
  const clock = (group: number) =>
    `coalesce(TRY_CAST(regexp_extract(${text}, '[+-]?(\\d+):(\\d+):(\\d+)(?:\\.(\\d+))?$', ${group}) AS BIGINT), 0)`;
  const fraction = `coalesce(TRY_CAST(rpad(regexp_extract(${text}, ':\\d+\\.(\\d+)$', 1), 6, '0') AS BIGINT), 0)`;
  const sign = `CASE WHEN regexp_matches(${text}, '-\\d+:\\d+:[0-9.]+$') THEN -1 ELSE 1 END`;
  const months = `CAST(${count('year')} * 12 + ${count('mon')} AS INTEGER)`;
  // The least number of microseconds has no positive counterpart: the sign goes to each part.
  const micros = `(${sign}) * ${clock(1)} * 3600000000 + (${sign}) * (${clock(2)} * 60000000 + ${clock(3)} * 1000000 + ${fraction})`;
  return `CASE WHEN ${text} IS NOT NULL THEN to_months(${months}) + to_days(CAST(${count('day')} AS INTEGER)) + to_microseconds(${micros}) END`;
};

const readers: Partial<Record<DuckTypeId, Reader>> = {
  BOOLEAN: cast,
  TINYINT: cast,
  SMALLINT: cast,
  INTEGER: cast,
  BIGINT: cast,
  HUGEINT: cast,
  UTINYINT: cast,
  USMALLINT: cast,
  UINTEGER: cast,
  UBIGINT: cast,
  UHUGEINT: cast,
  BIGNUM: cast,
  FLOAT: cast,
  DOUBLE: cast,
  DECIMAL: cast,
  VARCHAR: (text) => text,
  JSON: cast,
  BLOB: (text) => `unhex(substr(${text}, 3))`,
  BIT: cast,
  UUID: cast,
  ENUM: cast,
  DATE: calendar,
  TIME: cast,
  TIME_NS: cast,
  'TIME WITH TIME ZONE': cast,
  TIMESTAMP: calendar,
  TIMESTAMP_S: calendar,
  TIMESTAMP_MS: calendar,
  TIMESTAMP_NS: calendar,
  'TIMESTAMP WITH TIME ZONE': instant,
  INTERVAL: interval,
  GEOMETRY: (text) => `ST_GeomFromWKB(unhex(substr(${text}, 3)))`,
};

/** DuckDB's SQL that reads a value of `type` from PostgreSQL's text of it; undefined for types that hold others. */
export function fromPostgresText(type: DuckType, text: string): string | undefined {
  return readers[type.id]?.(text, type);
}

/**
 * DuckDB's SQL that reads a list from the JSON array of its items' texts, which `json` gives; undefined for items that
 * hold others than lists. An ARRAY's size is that of its type.
 */
export function fromTextList(type: DuckType, json: string): string | undefined {
  const levels = depthOf(type);
  const item = itemOf(type);
  const read = fromPostgresText(item, `x${levels}`);
  if (levels === 0 || read === undefined) return undefined;
  const texts = `from_json(${json}, '${'['.repeat(levels)}"VARCHAR"${']'.repeat(levels)}')`;
  return `CAST(${transformed(texts, levels, 1, read)} AS ${type.text})`;
}

function transformed(list: string, levels: number, level: number, read: string): string {
  const inner = level === levels ? read : transformed(`x${level}`, levels, level + 1, read);
  return `list_transform(${list}, lambda x${level}: ${inner})`;
}

/** How many lists stand in each other. */
export function depthOf({ element }: DuckType): number {
  return element ? 1 + depthOf(element) : 0;
}

function itemOf(type: DuckType): DuckType {
  return type.element ? itemOf(type.element) : type;
}
