import pg from 'pg';

type Parse = (text: string) => unknown;

const { builtins } = pg.types;

/** The array types of what `byType` parses; their object ids are fixed in PostgreSQL's catalogue. */
const arrays = { numeric: 1231, int8: 1016, date: 1182, timestamp: 1115, timestamptz: 1185 } as const;
const textArray: number = 1009;

/** `2026-01-31 13:05:09.25-04`, as the ISO DateStyle prints it; the offset may have minutes and, before 1912, seconds. */
const instant = /^(\d{4,})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d+))?([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?$/;

const dash = '-'.charCodeAt(0);
const space = ' '.charCodeAt(0);

/**
 * A TIMESTAMPTZ's text as an ISO-8601 instant in UTC, to the microsecond: `2026-01-31T17:05:09.25Z`. `infinity`,
 * `-infinity` and years before Christ have no such form and stay as PostgreSQL prints them.
 */
export function toIsoInstant(text: string): string {
  // What nearly all are: a session in UTC prints years of four digits so.
  if (text.charCodeAt(4) === dash && text.charCodeAt(10) === space && text.endsWith('+00')) {
    return `${text.slice(0, 10)}T${text.slice(11, -3)}Z`;
  }
  const match = instant.exec(text);
  if (match === null) return text;
  const [, year, month, day, hours, minutes, seconds, fraction, sign, ...offset] = match;
  const [offsetHours = 0, offsetMinutes = 0, offsetSeconds = 0] = offset.map((part) => Number(part ?? 0));
  const east = (sign === '-' ? -1 : 1) * (offsetHours * 3600 + offsetMinutes * 60 + offsetSeconds);
  const local = new Date(0);
  // Not Date.UTC: it takes the years 0 to 99 for 1900 to 1999.
  local.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  local.setUTCHours(Number(hours), Number(minutes), Number(seconds) - east);
  if (Number.isNaN(local.getTime())) return text;
  const whole = local.toISOString().slice(0, -'.000Z'.length);
  return `${whole}${fraction === undefined ? '' : `.${fraction}`}Z`;
}

const asIs: Parse = (text) => text;
const asTextArray = (text: string): readonly (string | null)[] => pg.types.getTypeParser(textArray)(text);

/** Numbers that a JavaScript number cannot hold exactly, and dates that `Date` would move to another zone, stay text. */
const byType: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [builtins.INT8, asIs],
  [builtins.NUMERIC, asIs],
  [builtins.DATE, asIs],
  [builtins.TIMESTAMP, asIs],
  [builtins.TIMESTAMPTZ, toIsoInstant],
  [arrays.int8, asTextArray],
  [arrays.numeric, asTextArray],
  [arrays.date, asTextArray],
  [arrays.timestamp, asTextArray],
  [arrays.timestamptz, (text) => asTextArray(text).map((item) => (item === null ? null : toIsoInstant(item)))],
]);

/** The parsers of one pool; the driver's own, global ones stay untouched. */
export const resultTypes: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : byType.get(type)) ?? pg.types.getTypeParser(type, format),
};
