import { parseDuckType, type DuckType, type DuckTypeId, type PostgresType } from '../../catalog/index.ts';

/** How one column's values get from DuckDB into a PostgreSQL column. */
export interface Carrier {
  /** DuckDB's SQL that gives the value to send (`$` stands for the column), and its type; undefined: the column as it is. */
  readonly read?: { readonly sql: string; readonly type: DuckType };
  readonly forbidden: readonly Forbidden[];
}

/** What a value must not be: a condition in DuckDB's SQL (`$` stands for the column), and how to say it of one value and of several. */
export interface Forbidden {
  readonly condition: string;
  readonly one: string;
  readonly several: string;
  /** DuckDB's SQL for what `--on-loss convert` puts in its place; undefined: nothing comes near. */
  readonly convert?: string;
}

/** A carrier's part that reads the column cast to a type. */
function readAs(wire: string): Pick<Carrier, 'read'> {
  return { read: { sql: `CAST($ AS ${wire})`, type: parseDuckType(wire) } };
}

const integerRanges = {
  SMALLINT: ['-32768', '32767'],
  INTEGER: ['-2147483648', '2147483647'],
  BIGINT: ['-9223372036854775808', '9223372036854775807'],
} as const;

/** Integer types of DuckDB, the narrow ones first; each one's values fit all that follow among the signed ones. */
const integers: readonly DuckTypeId[] = [
  'TINYINT',
  'UTINYINT',
  'SMALLINT',
  'USMALLINT',
  'INTEGER',
  'UINTEGER',
  'BIGINT',
  'UBIGINT',
  'HUGEINT',
  'UHUGEINT',
];

const noNul: Forbidden = {
  condition: `contains($, chr(0))`,
  one: 'holds a NUL character, which PostgreSQL cannot keep in text',
  several: 'hold a NUL character, which PostgreSQL cannot keep in text',
};

function outside(least: string, most: string): Forbidden {
  const range = `between ${least} and ${most}`;
  return { condition: `$ < ${least} OR $ > ${most}`, one: `is not ${range}`, several: `are not ${range}` };
}

function longerThan(length: number): Forbidden {
  const limit = `longer than ${length} characters`;
  return { condition: `length($) > ${length}`, one: `is ${limit}`, several: `are ${limit}` };
}

function moreDigitsAfter(scale: number): Forbidden {
  const limit = `more than ${scale} digits after the point`;
  return { condition: `$ <> round($, ${scale})`, one: `has ${limit}`, several: `have ${limit}` };
}

/** Compared as whole numbers: a comparison as DOUBLE would round the largest decimals up to the limit. */
function moreDigitsBefore(digits: number, isInteger: boolean): Forbidden {
  const bound = `1${'0'.repeat(digits)}`;
  const limit = `more than ${digits} digits before the point`;
  const condition = isInteger ? `$ >= ${bound} OR $ <= -${bound}` : `abs(trunc($)::HUGEINT) >= ${bound}`;
  return { condition, one: `has ${limit}`, several: `have ${limit}` };
}

type CarrierRule = (source: DuckType, target: PostgresType) => Carrier | undefined;

const same =
  (...ids: DuckTypeId[]): CarrierRule =>
  ({ id }) =>
    ids.includes(id) ? { forbidden: [] } : undefined;
const cast =
  (wire: string, ...ids: DuckTypeId[]): CarrierRule =>
  ({ id }) =>
    ids.includes(id) ? { forbidden: [], ...(id === wire ? {} : readAs(wire)) } : undefined;
const integer =
  (wire: keyof typeof integerRanges): CarrierRule =>
  ({ id }) => {
    if (!integers.includes(id)) return undefined;
    const [least, most] = integerRanges[wire];
    const wider = integers.indexOf(id) > integers.indexOf(wire);
    return {
      ...(id === wire ? {} : readAs(wire)),
      forbidden: wider ? [outside(least, most)] : [],
    };
  };
/** PostgreSQL's calendar begins with Julian day 0. */
const earliest = '4714-11-24 (BC)';

/** Dates and instants from PostgreSQL's first to its last; `latest` where DuckDB goes further. Infinities are in both. */
function within(wire: string, ids: readonly DuckTypeId[], first: string, latest?: string): CarrierRule {
  const outer = latest === undefined ? '' : ` OR $ > ${latest}`;
  const beyond: Forbidden = {
    condition: `isfinite($) AND ($ < ${first}${outer})`,
    one: 'is beyond the years that PostgreSQL has',
    several: 'are beyond the years that PostgreSQL has',
  };
  return ({ id }) => (ids.includes(id) ? { ...(id === wire ? {} : readAs(wire)), forbidden: [beyond] } : undefined);
}

const noEscapedNul: Forbidden = {
  condition: `contains($, '\\u0000')`,
  one: 'holds \\u0000, which jsonb does not take',
  several: 'hold \\u0000, which jsonb does not take',
};

const text: CarrierRule = ({ id }, { name, length }) => {
  if (id !== 'VARCHAR' && id !== 'ENUM' && id !== 'JSON') return undefined;
  const tooLong = length === undefined ? [] : [longerThan(length)];
  return {
    ...(id === 'ENUM' ? readAs('VARCHAR') : {}),
    forbidden: [noNul, ...tooLong, ...(name === 'jsonb' ? [noEscapedNul] : [])],
  };
};

/** A decimal or an integer into numeric(precision, scale): no digit may be lost on either side of the point. */
const numeric: CarrierRule = (source, { precision, scale = 0 }) => {
  const isInteger = integers.includes(source.id);
  if ((!isInteger && source.id !== 'DECIMAL') || scale < 0) return undefined;
  const forbidden: Forbidden[] = [];
  if (precision !== undefined) {
    const whole = precision - scale;
    const sourceScale = source.scale ?? 0;
    if (sourceScale > scale) forbidden.push(moreDigitsAfter(scale));
    // A 128-bit integer has at most 39 digits.
    if (isInteger ? whole < 39 : (source.precision ?? 38) - sourceScale > whole) {
      forbidden.push(moreDigitsBefore(whole, isInteger));
    }
  }
  const wire = isInteger && source.id !== 'HUGEINT' && source.id !== 'UHUGEINT' ? readAs('HUGEINT') : {};
  return { ...wire, forbidden };
};

/** By the name of the PostgreSQL type: which DuckDB types it takes, and how. */
const rules: Readonly<Record<string, CarrierRule>> = {
  bool: same('BOOLEAN'),
  int2: integer('SMALLINT'),
  int4: integer('INTEGER'),
  int8: integer('BIGINT'),
  float4: same('FLOAT'),
  float8: cast('DOUBLE', 'DOUBLE', 'FLOAT'),
  numeric,
  text,
  varchar: text,
  bpchar: text,
  json: text,
  jsonb: text,
  bytea: same('BLOB'),
  uuid: same('UUID'),
  date: within('DATE', ['DATE'], `DATE '${earliest}'`, `DATE '5874897-12-31'`),
  time: same('TIME'),
  timetz: same('TIME WITH TIME ZONE'),
  timestamp: within('TIMESTAMP', ['TIMESTAMP', 'TIMESTAMP_S', 'TIMESTAMP_MS'], `TIMESTAMP '${earliest} 00:00:00'`),
  timestamptz: within(
    'TIMESTAMP WITH TIME ZONE',
    ['TIMESTAMP WITH TIME ZONE'],
    `TIMESTAMPTZ '${earliest} 00:00:00+00'`,
  ),
  interval: same('INTERVAL'),
};

/** How values of `source` get into a column of type `target`; undefined if they do not fit it. */
export function carrierFor(source: DuckType, target: PostgresType): Carrier | undefined {
  const rule = target.kind === 'enum' ? text : rules[target.name];
  return rule?.(source, target);
}
