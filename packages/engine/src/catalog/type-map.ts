import type { DuckType, DuckTypeId } from './duck-type.ts';
import type { PostgresType } from './postgres-type.ts';

/** Where a DuckDB type goes in a table that is created: its PostgreSQL type, or the reason why there is none. */
type TypeRule = ((type: DuckType) => PostgresType) | { readonly refused: string };

const to =
  (name: string, limits: Omit<PostgresType, 'name'> = {}): TypeRule =>
  () => ({ name, ...limits });
const nested: TypeRule = {
  refused: 'nested types are not carried across yet; give --select TABLE=SQL that reads it as text or as columns',
};

/** Exhaustive: a type id without a rule does not compile. */
const rules: Record<DuckTypeId, TypeRule> = {
  BOOLEAN: to('bool'),
  TINYINT: to('int2'),
  SMALLINT: to('int2'),
  INTEGER: to('int4'),
  BIGINT: to('int8'),
  HUGEINT: to('numeric', { precision: 39, scale: 0 }),
  UTINYINT: to('int2'),
  USMALLINT: to('int4'),
  UINTEGER: to('int8'),
  UBIGINT: to('numeric', { precision: 20, scale: 0 }),
  UHUGEINT: to('numeric', { precision: 39, scale: 0 }),
  BIGNUM: { refused: 'BIGNUM is not carried across yet; give --select TABLE=SQL that casts it' },
  FLOAT: to('float4'),
  DOUBLE: to('float8'),
  DECIMAL: (type) => ({ name: 'numeric', precision: type.precision ?? 18, scale: type.scale ?? 3 }),
  VARCHAR: to('text'),
  BLOB: to('bytea'),
  BIT: { refused: 'BIT is not carried across yet; give --select TABLE=SQL that casts it to VARCHAR' },
  UUID: to('uuid'),
  DATE: to('date'),
  TIME: to('time'),
  TIME_NS: { refused: 'PostgreSQL keeps microseconds; give --select TABLE=SQL that casts it to TIME' },
  'TIME WITH TIME ZONE': to('timetz'),
  TIMESTAMP: to('timestamp'),
  TIMESTAMP_S: to('timestamp'),
  TIMESTAMP_MS: to('timestamp'),
  TIMESTAMP_NS: { refused: 'PostgreSQL keeps microseconds; give --select TABLE=SQL that casts it to TIMESTAMP' },
  'TIMESTAMP WITH TIME ZONE': to('timestamptz'),
  INTERVAL: to('interval'),
  ENUM: to('text'),
  JSON: to('json'),
  LIST: nested,
  ARRAY: nested,
  STRUCT: nested,
  MAP: nested,
  UNION: nested,
  VARIANT: nested,
  GEOMETRY: { refused: 'GEOMETRY is not carried across yet; give --select TABLE=SQL that casts it' },
  UNKNOWN: { refused: 'DuckDB itself does not have this type; give --select TABLE=SQL that casts it' },
  NULL: { refused: 'a column of type NULL holds nothing; leave it out with --select TABLE=SQL' },
};

/** The PostgreSQL type that a column of this DuckDB type gets in a table that is created, or why it gets none. */
export function postgresTypeFor(type: DuckType): PostgresType | { readonly refused: string } {
  const rule = rules[type.id];
  return typeof rule === 'function' ? rule(type) : rule;
}
