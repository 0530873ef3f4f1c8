import type { DuckType, DuckTypeId } from './duck-type.ts';
import { arrayOf, type PostgresType } from './postgres-type.ts';

/** Gives the enum type that stands for one with these labels in PostgreSQL; undefined: there is none, and text takes its place. */
export type EnumNames = (labels: readonly string[]) => { readonly schema: string; readonly name: string } | undefined;

/** Where a DuckDB type goes in a table that is created: its PostgreSQL type, or the reason why there is none. */
type Target = PostgresType | { readonly refused: string };
type TypeRule = (type: DuckType, enumName: EnumNames) => Target;

const to =
  (name: string, limits: Omit<PostgresType, 'name'> = {}): TypeRule =>
  () => ({ name, ...limits });
const unknown: TypeRule = ({ text }) => ({
  refused: `DuckDB itself does not have the type ${text}; give --select TABLE=SQL that casts it`,
});
/** Any nesting, unless a type in it has no place. */
const json: TypeRule = ({ element, key, value, fields = [] }) => {
  const parts = [element, key, value, ...fields.map(({ type }) => type)].filter((part) => part !== undefined);
  return parts.map((part) => postgresTypeFor(part)).find((part) => 'refused' in part) ?? { name: 'json' };
};

/** PostgreSQL's enum labels take up to this many bytes. */
const longestLabel = 63;

/** What an enum label cannot be in PostgreSQL. */
function isImpossible(label: string): boolean {
  return Buffer.byteLength(label) > longestLabel || label.includes('\0');
}

const enumeration: TypeRule = ({ labels = [] }, enumName) => {
  const name = labels.some(isImpossible) ? undefined : enumName(labels);
  return name ? { ...name, kind: 'enum', labels } : { name: 'text' };
};

/** Those that PostgreSQL's arrays do not hold as elements the way DuckDB's lists do. */
const composite: ReadonlySet<DuckTypeId> = new Set(['LIST', 'ARRAY', 'STRUCT', 'MAP', 'UNION', 'VARIANT']);

/** PostgreSQL's arrays have up to this many dimensions. */
const mostDimensions = 6;

/** An array of the innermost elements, if every level but that is an ARRAY, or if a LIST is the only level; else json. */
const array: TypeRule = (type, enumName) => {
  let dimensions = 0;
  let element: DuckType | undefined = type;
  while (element && (dimensions === 0 || (element.id === 'ARRAY' && type.id === 'ARRAY'))) {
    element = element.element;
    dimensions += 1;
  }
  if (!element || composite.has(element.id) || dimensions > mostDimensions) return json(type, enumName);
  const target = postgresTypeFor(element, enumName);
  return 'refused' in target ? target : arrayOf(target);
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
  BIGNUM: to('numeric'),
  FLOAT: to('float4'),
  DOUBLE: to('float8'),
  DECIMAL: (type) => ({ name: 'numeric', precision: type.precision ?? 18, scale: type.scale ?? 3 }),
  VARCHAR: to('text'),
  BLOB: to('bytea'),
  BIT: to('varbit'),
  UUID: to('uuid'),
  DATE: to('date'),
  TIME: to('time'),
  TIME_NS: to('time'),
  'TIME WITH TIME ZONE': to('timetz'),
  TIMESTAMP: to('timestamp'),
  TIMESTAMP_S: to('timestamp'),
  TIMESTAMP_MS: to('timestamp'),
  TIMESTAMP_NS: to('timestamp'),
  'TIMESTAMP WITH TIME ZONE': to('timestamptz'),
  INTERVAL: to('interval'),
  ENUM: enumeration,
  JSON: json,
  LIST: array,
  ARRAY: array,
  STRUCT: json,
  MAP: json,
  UNION: json,
  VARIANT: json,
  /** Its well-known binary form. */
  GEOMETRY: to('bytea'),
  UNKNOWN: unknown,
  NULL: to('text'),
};

const noEnums: EnumNames = () => undefined;

/**
 * The PostgreSQL type that a column of this DuckDB type gets in a table that is created, or why it gets none. DuckDB's text of
 * an ENUM does not tell its name, so `enumName` is asked for it, by the labels; without one, text takes the enum's place.
 */
export function postgresTypeFor(type: DuckType, enumName: EnumNames = noEnums): Target {
  return rules[type.id](type, enumName);
}
