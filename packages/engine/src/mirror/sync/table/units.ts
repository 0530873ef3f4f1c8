import { quoteIdentifier, quoteLiteral } from '../../../base/index.ts';
import type { Unit } from '../../declared.ts';

/** A column of a table's unit, with the name of its type in PostgreSQL's catalogue, which DuckDB knows too. */
export interface UnitColumn {
  readonly name: string;
  readonly type: string;
}

/** Types whose values both engines put into the same order, and whose texts tell that order. */
const comparisons: Readonly<Record<string, (a: string, b: string) => boolean>> = {
  date: (a, b) => a.length === b.length && a < b,
  int2: (a, b) => BigInt(a) < BigInt(b),
  int4: (a, b) => BigInt(a) < BigInt(b),
  int8: (a, b) => BigInt(a) < BigInt(b),
};
/** Dates of years with four digits, whose texts are ordered as they are. */
const plainDate = /^\d{4}-\d\d-\d\d$/;

/**
 * A condition that is true of exactly the rows of the units, in SQL that both engines read. Units of a table that is one
 * unit: all rows. A range of each ordered column is said beside the values, so that partitions and row groups are skipped.
 */
export function unitsCondition(columns: readonly UnitColumn[], units: readonly Unit[]): string {
  const [first, ...others] = columns;
  if (!first) return 'true';
  const groups = new Map<string, { rest: Unit; values: (string | null)[] }>();
  for (const [value = null, ...rest] of units) {
    const key = JSON.stringify(rest);
    const group = groups.get(key);
    if (group) group.values.push(value);
    else groups.set(key, { rest, values: [value] });
  }
  const alternatives = [...groups.values()].map(({ rest, values }) => {
    const equalities = others.map((column, index) => among(column, [rest[index] ?? null]));
    return [...equalities, among(first, values)].join(' AND ');
  });
  const ranges = columns.flatMap((column, index) =>
    range(
      column,
      units.map((unit) => unit[index] ?? null),
    ),
  );
  return [...ranges, `(${alternatives.map((one) => `(${one})`).join(' OR ')})`].join(' AND ');
}

/**
 * Divides units into batches of those that most likely lie together: by their last column first, which is a date where
 * units are of something and a date, so that a batch touches few partitions and row groups.
 */
export function unitBatches(units: readonly Unit[], size: number): Unit[][] {
  const keyed = units.map((unit) => ({ unit, key: JSON.stringify(unit.toReversed()) }));
  const ordered = keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ unit }) => unit);
  const batches: Unit[][] = [];
  for (let at = 0; at < ordered.length; at += size) batches.push(ordered.slice(at, at + size));
  return batches;
}

/** As PostgreSQL prints days before the year 1: DuckDB would take them for days of our era. */
const dayBefore = /^(\d{4,})-(\d\d)-(\d\d) BC$/;

function literal({ type }: UnitColumn, value: string): string {
  const [, year, month, day] = (type === 'date' && dayBefore.exec(value)) || [];
  if (year !== undefined) {
    // There is no year 0. Both engines add days to a date alike.
    const days = new Date(0).setUTCFullYear(1 - Number(year), Number(month) - 1, Number(day)) / 86_400_000;
    return `(CAST('1970-01-01' AS date) - ${-days})`;
  }
  return `CAST(${quoteLiteral(value)} AS ${type})`;
}

function among(column: UnitColumn, values: readonly (string | null)[]): string {
  const name = quoteIdentifier(column.name);
  const known = values.filter((value) => value !== null);
  const isNull = known.length < values.length ? [`${name} IS NULL`] : [];
  const [one] = known;
  if (one === undefined) return isNull.join('');
  const list = known.map((value) => literal(column, value)).join(', ');
  const isOne = known.length === 1 ? `${name} = ${list}` : `${name} IN (${list})`;
  return isNull.length === 0 ? isOne : `(${[isOne, ...isNull].join(' OR ')})`;
}

function range(column: UnitColumn, values: readonly (string | null)[]): string[] {
  const isLess = comparisons[column.type];
  if (!isLess) return [];
  const known: string[] = [];
  for (const value of values) {
    if (value === null || (column.type === 'date' && !plainDate.test(value))) return [];
    known.push(value);
  }
  const least = known.reduce((a, b) => (isLess(b, a) ? b : a));
  const most = known.reduce((a, b) => (isLess(a, b) ? b : a));
  return [`${quoteIdentifier(column.name)} BETWEEN ${literal(column, least)} AND ${literal(column, most)}`];
}
