import type { DuckType, DuckTypeId, PostgresType } from '../../catalog/index.ts';
import { array } from './carriers/arrays.ts';
import { readAs, type Carrier, type CarrierRule, type Forbidden } from './carriers/carrier.ts';
import { integer, numeric } from './carriers/numbers.ts';
import { enumeration, json, text } from './carriers/texts.ts';
import { date, interval, time, timestamp, timestamptz } from './carriers/times.ts';

export type { Carrier, Forbidden };

const same =
  (...ids: DuckTypeId[]): CarrierRule =>
  ({ id }) =>
    ids.includes(id) ? { forbidden: [] } : undefined;

const float8: CarrierRule = ({ id }) => {
  if (id === 'DOUBLE') return { forbidden: [] };
  return id === 'FLOAT' ? { ...readAs('DOUBLE'), forbidden: [] } : undefined;
};

/** Geometries go in their well-known binary form. */
const bytea: CarrierRule = ({ id }) => {
  if (id === 'BLOB') return { forbidden: [] };
  return id === 'GEOMETRY' ? { ...readAs('BLOB', 'ST_AsWKB($)'), forbidden: [] } : undefined;
};

/** Bits go as text. bit(n) takes n of them, varbit(n) as many at most. */
const bits: CarrierRule = ({ id }, { name, length }) => {
  if (id !== 'BIT') return undefined;
  const limit = name === 'bit' ? `not of ${length} bits` : `longer than ${length} bits`;
  const wrong: Forbidden = {
    condition: `bit_length($) ${name === 'bit' ? '<>' : '>'} ${length}`,
    one: `is ${limit}`,
    several: `are ${limit}`,
  };
  return { ...readAs('VARCHAR'), forbidden: length === undefined ? [] : [wrong] };
};

/** By the name of the PostgreSQL type: which DuckDB types it takes, and how. */
const rules: Readonly<Record<string, CarrierRule>> = {
  bool: same('BOOLEAN'),
  int2: integer('SMALLINT'),
  int4: integer('INTEGER'),
  int8: integer('BIGINT'),
  float4: same('FLOAT'),
  float8,
  numeric,
  text,
  varchar: text,
  bpchar: text,
  json,
  jsonb: json,
  bytea,
  bit: bits,
  varbit: bits,
  uuid: same('UUID'),
  date,
  time,
  timetz: same('TIME WITH TIME ZONE'),
  timestamp,
  timestamptz,
  interval,
};

/** How values of `source` get into a column of type `target`; undefined if they do not fit it. */
export function carrierFor(source: DuckType, target: PostgresType): Carrier | undefined {
  if (target.element) return array(source, target.element, carrierFor);
  const rule = target.kind === 'enum' ? enumeration : rules[target.name];
  return rule?.(source, target);
}
