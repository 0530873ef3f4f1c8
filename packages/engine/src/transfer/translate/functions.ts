import { UntranslatableError } from './syntax-tree.ts';

type Writer = (args: readonly string[]) => string;

const infix =
  (operator: string): Writer =>
  (args) =>
    args.length === 1 ? `(${operator} ${args[0]})` : `(${args.join(` ${operator} `)})`;
const call =
  (name: string): Writer =>
  (args) =>
    `${name}(${args.join(', ')})`;

/**
 * DuckDB's functions that PostgreSQL computes to the same result, and how PostgreSQL writes them. Not here, because the two
 * differ: `/` and `avg` of decimals (DOUBLE in DuckDB), `round` and casts of floats to text, `lower` and `upper`
 * (PostgreSQL's follow the database's locale), `trim` (DuckDB's takes every Unicode space), and `date_trunc` (of a
 * date a TIMESTAMP in DuckDB, but a time in the reader's zone in PostgreSQL).
 */
const scalar: Readonly<Record<string, Writer>> = {
  '+': infix('+'),
  '-': infix('-'),
  '*': infix('*'),
  // DuckDB's remainder by zero is NULL.
  '%': ([value, divisor]) => `(${value} % NULLIF(${divisor}, 0))`,
  '||': infix('||'),
  // DuckDB's LIKE has no escape character unless one is given.
  '~~': ([value, pattern]) => `(${value} LIKE ${pattern} ESCAPE '')`,
  '!~~': ([value, pattern]) => `(${value} NOT LIKE ${pattern} ESCAPE '')`,
  abs: call('abs'),
  length: call('char_length'),
  nullif: call('nullif'),
  greatest: call('greatest'),
  least: call('least'),
  trunc: call('trunc'),
  to_days: ([days]) => `make_interval(days => ${days})`,
  to_months: ([months]) => `make_interval(months => ${months})`,
  to_years: ([years]) => `make_interval(years => ${years})`,
  to_hours: ([hours]) => `make_interval(hours => CAST(${hours} AS int))`,
  now: call('now'),
  get_current_timestamp: () => 'CURRENT_TIMESTAMP',
  current_date: () => 'CURRENT_DATE',
};

const aggregates: Readonly<Record<string, string>> = {
  sum: 'sum',
  count: 'count',
  count_star: 'count',
  min: 'min',
  max: 'max',
};

const windows: Readonly<Record<string, string>> = {
  row_number: 'row_number',
  rank: 'rank',
  rank_dense: 'dense_rank',
  dense_rank: 'dense_rank',
  lag: 'lag',
  lead: 'lead',
};

/** True of a function that gathers rows. */
export function isAggregate(name: string): boolean {
  return Object.hasOwn(aggregates, name);
}

/** PostgreSQL's text of a scalar function. @throws UntranslatableError for one that is not on the list */
export function writeScalar(name: string, args: readonly string[]): string {
  const writer = Object.hasOwn(scalar, name) ? scalar[name] : undefined;
  if (!writer) throw new UntranslatableError(`function ${name}`);
  return writer(args);
}

/** PostgreSQL's name of an aggregate or window function. @throws UntranslatableError for one that is not on the list */
export function windowName(name: string): string {
  const known = windows[name] ?? aggregates[name];
  if (known === undefined) throw new UntranslatableError(`window function ${name}`);
  return known;
}
