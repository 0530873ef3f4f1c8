import {
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBTypeId,
  type DuckDBValueConverter,
} from '@duckdb/node-api';

/**
 * A value as text, as PostgreSQL prints it in UTC: decimals with all digits of their scale, dates as 2026-01-31, timestamps
 * as 2026-01-31 13:05:09.25, years before Christ with BC, bytes as \x00ff. Two are as JSON has them, since that is where
 * they go: instants as 2026-01-31T13:05:09.25Z (before Christ and at infinity as PostgreSQL prints them), booleans as true
 * and false. Intervals, times with a zone, lists, structs and maps are as DuckDB prints them.
 */
export const textOf: DuckDBValueConverter<string> = (value, type) => {
  if (value === null) return null;
  if (value instanceof DuckDBTimestampTZValue) return instantText(value);
  if (value instanceof DuckDBTimestampValue) return withEra(value.toString());
  if (value instanceof DuckDBDateValue) return dateText(value);
  if (value instanceof DuckDBBlobValue) return `\\x${Buffer.from(value.bytes).toString('hex')}`;
  if (typeof value === 'number' && type.typeId === DuckDBTypeId.FLOAT) return floatText(value);
  return String(value);
};

function instantText({ micros }: DuckDBTimestampTZValue): string {
  const text = withEra(new DuckDBTimestampValue(micros).toString());
  if (text.endsWith('infinity')) return text;
  return text.endsWith(' BC') ? text.replace(/ BC$/, '+00 BC') : `${text.replace(' ', 'T')}Z`;
}

function dateText(date: DuckDBDateValue): string {
  if (date.days === DuckDBDateValue.PosInf.days) return 'infinity';
  if (date.days === DuckDBDateValue.NegInf.days) return '-infinity';
  return withEra(date.toString());
}

/** DuckDB's package prints the year before the year 1 as 0000, and those before that as `0044-03-15 (BC) 00:00:00`. */
function withEra(text: string): string {
  return text.replace(/^(\d+-\d\d-\d\d) \(BC\)(.*)$/, '$1$2 BC').replace(/^0000-(.*)$/, '0001-$1 BC');
}

/** So many digits tell every number of 32 bits from every other. */
const floatDigits = 9;

/** The shortest text that means the number of 32 bits. */
function floatText(value: number): string {
  for (let digits = 6; digits < floatDigits; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(floatDigits)));
}
