import { UntranslatableError } from '../syntax-tree.ts';
import { cast, castTo } from '../write/cast.ts';
import { familyOf, types, type Typed } from '../write/typed.ts';
import { dateFormat } from './date-format.ts';
import { argument, assertFamily, bigint, constantArgument, takes, type Call, type Writer } from './writer.ts';

/** DuckDB's further names of a unit. */
const units: Readonly<Record<string, string>> = {
  years: 'year',
  yr: 'year',
  y: 'year',
  months: 'month',
  mon: 'month',
  days: 'day',
  d: 'day',
  weeks: 'week',
  w: 'week',
  weekofyear: 'week',
  quarters: 'quarter',
  hours: 'hour',
  hr: 'hour',
  h: 'hour',
  minutes: 'minute',
  min: 'minute',
  m: 'minute',
  seconds: 'second',
  sec: 'second',
  s: 'second',
  milliseconds: 'millisecond',
  microseconds: 'microsecond',
  dayofweek: 'dow',
  weekday: 'dow',
  dayofyear: 'doy',
  dayofmonth: 'day',
};

function unitOf(call: Call, index: number): string {
  const unit = constantArgument(call, index).toLowerCase();
  return units[unit] ?? unit;
}

function moment(call: Call, index: number): Typed {
  const value = argument(call, index);
  assertFamily(call, value, 'date', 'timestamp');
  return value;
}

const asTimestamp = (value: Typed) => castTo(value, types.timestamp).sql;

const truncatable = new Set([
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
  'millisecond',
  'microsecond',
]);

const truncate: Writer = (call) => {
  takes(call, 2);
  const unit = unitOf(call, 0);
  const value = moment(call, 1);
  if (!truncatable.has(unit)) throw new UntranslatableError(`${call.name} to ${unit}`);
  const cut = `date_trunc('${unit}', ${asTimestamp(value)})`;
  return familyOf(call.result) === 'date' ? `CAST(${cut} AS date)` : cut;
};

/** Fields that infinity does not have: PostgreSQL says NULL as DuckDB does. */
const cyclic = new Set(['month', 'day', 'quarter', 'week', 'dow', 'isodow', 'doy', 'hour', 'minute', 'second']);

/** A field of a date or timestamp as a whole number; the year before 1 is 0 in DuckDB. */
function field(unit: string, value: Typed): string {
  if (unit === 'millisecond' || unit === 'microsecond')
    return bigint(`trunc(extract(${unit}s FROM ${asTimestamp(value)}))`);
  if (unit === 'second') return bigint(`trunc(extract(second FROM ${asTimestamp(value)}))`);
  if (cyclic.has(unit))
    return bigint(`extract(${unit} FROM ${familyOf(value.type) === 'date' ? asTimestamp(value) : value.sql})`);
  if (unit === 'year') {
    const shift = `CASE WHEN ${value.sql} < CAST('0001-01-01' AS date) THEN 1 ELSE 0 END`;
    return `CASE WHEN isfinite(${value.sql}) THEN ${bigint(`extract(year FROM ${value.sql})`)} + ${shift} END`;
  }
  throw new UntranslatableError(`the ${unit} of a date`);
}

const secondsSince1970 = (value: Typed) =>
  `CASE WHEN isfinite(${value.sql}) THEN CAST(extract(epoch FROM ${asTimestamp(value)}) AS float8) END`;

const part: Writer = (call) => {
  takes(call, 2);
  const unit = unitOf(call, 0);
  const value = moment(call, 1);
  return unit === 'epoch' ? secondsSince1970(value) : field(unit, value);
};

const named =
  (unit: string): Writer =>
  (call) => {
    takes(call, 1);
    return field(unit, moment(call, 0));
  };

/** Whole units of a fixed length since 1970. */
const secondsIn: Readonly<Record<string, number>> = { hour: 3600, minute: 60, second: 1 };

/** How many borders of a unit lie between two moments. */
const difference: Writer = (call) => {
  takes(call, 3);
  const unit = unitOf(call, 0);
  const [from, to] = [moment(call, 1), moment(call, 2)];
  const finite = (sql: string) => `CASE WHEN isfinite(${from.sql}) AND isfinite(${to.sql}) THEN ${sql} END`;
  const between = (count: (value: Typed) => string) => finite(`CAST((${count(to)}) - (${count(from)}) AS int8)`);
  const months = (value: Typed) =>
    `extract(year FROM ${value.sql}) * 12 + extract(month FROM ${asTimestamp(value)}) ${shiftBeforeChrist(value, 12)}`;
  if (unit === 'day') return between((value) => castTo(value, types.date).sql);
  if (unit === 'month') return between(months);
  if (unit === 'quarter') return between((value) => `div(${months(value)} - 1, 3)`);
  if (unit === 'year') return between((value) => `extract(year FROM ${value.sql}) ${shiftBeforeChrist(value, 1)}`);
  const seconds = secondsIn[unit];
  if (seconds === undefined) throw new UntranslatableError(`${call.name} in ${unit}`);
  return between((value) => `div(extract(epoch FROM date_trunc('${unit}', ${asTimestamp(value)})), ${seconds})`);
};

/** PostgreSQL has no year 0. */
function shiftBeforeChrist(value: Typed, steps: number): string {
  return `+ CASE WHEN ${value.sql} < CAST('0001-01-01' AS date) THEN ${steps} ELSE 0 END`;
}

const lastDay: Writer = (call) => {
  takes(call, 1);
  const value = moment(call, 0);
  const last = `CAST(date_trunc('month', ${asTimestamp(value)}) + INTERVAL '1 month -1 day' AS date)`;
  return `CASE WHEN isfinite(${value.sql}) THEN ${last} END`;
};

const makeDate: Writer = (call) => {
  takes(call, 3);
  const [year = '', month, day] = call.args.map((arg, index) => {
    assertFamily(call, argument(call, index), 'integer');
    return cast(arg, types.integer);
  });
  const known = Number(call.args[0]?.constant ?? 0) > 0;
  return `make_date(${known ? year : `CASE WHEN ${year} > 0 THEN ${year} ELSE ${year} - 1 END`}, ${month}, ${day})`;
};

const interval =
  (unit: string): Writer =>
  (call) => {
    takes(call, 1);
    const count = argument(call, 0);
    assertFamily(call, count, 'integer');
    return `make_interval(${unit} => ${castTo(count, types.integer).sql})`;
  };

/** The moment's text by a format; infinity's is its name. */
const format: Writer = (call) => {
  takes(call, 2);
  const value = moment(call, 0);
  const wanted = constantArgument(call, 1);
  const text = (by: string) => `to_char(${asTimestamp(value)}, ${by})`;
  const year = bigint(`extract(year FROM ${value.sql}) + 1`);
  const early = /%[Yy]/.test(wanted)
    ? ` WHEN ${value.sql} < CAST('0001-01-01' AS date) THEN ${text(dateFormat(wanted, year))}`
    : '';
  return `CASE WHEN NOT isfinite(${value.sql}) THEN CAST(${value.sql} AS text)${early} ELSE ${text(dateFormat(wanted))} END`;
};

/**
 * Time in a zone. Every instant has one time there; a time, though, may stand for no instant or for two where clocks are put
 * forward or back, so that only UTC turns times into instants.
 */
const atZone: Writer = (call) => {
  takes(call, 2);
  const zone = constantArgument(call, 0);
  const value = argument(call, 1);
  assertFamily(call, value, 'instant', 'timestamp');
  if (zone !== 'UTC' && (familyOf(value.type) !== 'instant' || !/^[A-Z]\w+(\/\w+)+$/.test(zone)))
    throw new UntranslatableError(`${value.type.text} AT TIME ZONE '${zone}'`);
  return `(${value.sql} AT TIME ZONE '${zone}')`;
};

const nameOf =
  (pattern: string): Writer =>
  (call) => {
    const value = moment(call, 0);
    return `CASE WHEN isfinite(${value.sql}) THEN to_char(${asTimestamp(value)}, '${pattern}') END`;
  };

/** Whole parts of a second since 1970. */
const epochIn =
  (factor: number): Writer =>
  (call) => {
    const value = moment(call, 0);
    return `CASE WHEN isfinite(${value.sql}) THEN CAST(trunc(extract(epoch FROM ${asTimestamp(value)}) * ${factor}) AS int8) END`;
  };

export const dateFunctions: Readonly<Record<string, Writer>> = {
  date_trunc: truncate,
  datetrunc: truncate,
  date_part: part,
  datepart: part,
  year: named('year'),
  month: named('month'),
  day: named('day'),
  dayofmonth: named('day'),
  quarter: named('quarter'),
  week: named('week'),
  weekofyear: named('week'),
  dayofweek: named('dow'),
  weekday: named('dow'),
  isodow: named('isodow'),
  dayofyear: named('doy'),
  hour: named('hour'),
  minute: named('minute'),
  second: named('second'),
  millisecond: named('millisecond'),
  microsecond: named('microsecond'),
  epoch: (call) => secondsSince1970(moment(call, 0)),
  epoch_ms: epochIn(1000),
  epoch_us: epochIn(1_000_000),
  date_diff: difference,
  datediff: difference,
  date_add: (call) => `(${moment(call, 0).sql} + ${argument(call, 1).sql})`,
  last_day: lastDay,
  make_date: makeDate,
  strftime: format,
  timezone: atZone,
  dayname: nameOf('FMDay'),
  monthname: nameOf('FMMonth'),
  to_days: interval('days'),
  to_weeks: interval('weeks'),
  to_months: interval('months'),
  to_years: interval('years'),
  to_hours: interval('hours'),
  to_minutes: interval('mins'),
};
