import type { DuckType, DuckTypeId, PostgresType } from '../../catalog/index.ts';

/** How one column's values get from DuckDB into a PostgreSQL column. */
export interface Carrier {
  /** The DuckDB type that the reading query casts to; undefined: the column is read as it is. */
  readonly castTo?: string;
  /** Conditions in DuckDB's SQL (`$` stands for the column) that a value must not meet, and what is then wrong with it. */
  readonly forbidden: readonly { readonly condition: string; readonly reason: string }[];
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

const noNul = {
  condition: `contains($, chr(0))`,
  reason: 'hold a NUL character, which PostgreSQL cannot keep in text',
};

type CarrierRule = (source: DuckType, target: PostgresType) => Carrier | undefined;

const same =
  (...ids: DuckTypeId[]): CarrierRule =>
  ({ id }) =>
    ids.includes(id) ? { forbidden: [] } : undefined;
const cast =
  (wire: string, ...ids: DuckTypeId[]): CarrierRule =>
  ({ id }) =>
    ids.includes(id) ? { forbidden: [], ...(id === wire ? {} : { castTo: wire }) } : undefined;
const integer =
  (wire: keyof typeof integerRanges): CarrierRule =>
  ({ id }) => {
    if (!integers.includes(id)) return undefined;
    const [least, most] = integerRanges[wire];
    const wider = integers.indexOf(id) > integers.indexOf(wire);
    return {
      ...(id === wire ? {} : { castTo: wire }),
      forbidden: wider
        ? [{ condition: `$ < ${least} OR $ > ${most}`, reason: `are not between ${least} and ${most}` }]
        : [],
    };
  };
const text: CarrierRule = ({ id }, { length }) => {
  if (id !== 'VARCHAR' && id !== 'ENUM' && id !== 'JSON') return undefined;
  const tooLong =
    length === undefined
      ? []
      : [{ condition: `length($) > ${length}`, reason: `are longer than ${length} characters` }];
  return { ...(id === 'ENUM' ? { castTo: 'VARCHAR' } : {}), forbidden: [noNul, ...tooLong] };
};

/** A decimal or an integer into numeric(precision, scale): no digit may be lost on either side of the point. */
const numeric: CarrierRule = (source, { precision, scale = 0 }) => {
  const isInteger = integers.includes(source.id);
  if (!isInteger && source.id !== 'DECIMAL') return undefined;
  const forbidden: Carrier['forbidden'][number][] = [];
  if (precision !== undefined) {
    const whole = precision - scale;
    const sourceScale = source.scale ?? 0;
    if (sourceScale > scale)
      forbidden.push({
        condition: `$ <> round($, ${scale})`,
        reason: `have more than ${scale} digits after the point`,
      });
    if (isInteger ? whole < 39 : (source.precision ?? 38) - sourceScale > whole) {
      forbidden.push({
        condition: `abs($::DOUBLE) >= 1e${whole}`,
        reason: `have more than ${whole} digits before the point`,
      });
    }
  }
  const castTo = isInteger && source.id !== 'HUGEINT' && source.id !== 'UHUGEINT' ? { castTo: 'HUGEINT' } : {};
  return { ...castTo, forbidden };
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
  date: same('DATE'),
  time: same('TIME'),
  timetz: same('TIME WITH TIME ZONE'),
  timestamp: cast('TIMESTAMP', 'TIMESTAMP', 'TIMESTAMP_S', 'TIMESTAMP_MS'),
  timestamptz: same('TIMESTAMP WITH TIME ZONE'),
  interval: same('INTERVAL'),
};

/** How values of `source` get into a column of type `target`; undefined if they do not fit it. */
export function carrierFor(source: DuckType, target: PostgresType): Carrier | undefined {
  const rule = target.kind === 'enum' ? text : rules[target.name];
  return rule?.(source, target);
}
