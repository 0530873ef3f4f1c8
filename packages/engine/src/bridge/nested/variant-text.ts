import type { DuckType } from '../../catalog/index.ts';
import { scalarTexts, type ScalarTypeId } from './scalar-text.ts';
import { variable } from './sql-text.ts';

/**
 * How many arrays and objects of a VARIANT may lie in each other: SQL that reads values of unknown shape holds one step for
 * each level. `isTooDeep` finds what lies deeper.
 */
const mostLevels = 5;

/** What `variant_typeof` calls the values that hold no others, and the type that each has. DECIMALs stand apart. */
const kinds: Readonly<Record<string, Exclude<ScalarTypeId, 'DECIMAL'>>> = {
  BOOL_TRUE: 'BOOLEAN',
  BOOL_FALSE: 'BOOLEAN',
  INT8: 'TINYINT',
  INT16: 'SMALLINT',
  INT32: 'INTEGER',
  INT64: 'BIGINT',
  INT128: 'HUGEINT',
  UINT8: 'UTINYINT',
  UINT16: 'USMALLINT',
  UINT32: 'UINTEGER',
  UINT64: 'UBIGINT',
  UINT128: 'UHUGEINT',
  BIGNUM: 'BIGNUM',
  FLOAT: 'FLOAT',
  DOUBLE: 'DOUBLE',
  VARCHAR: 'VARCHAR',
  BLOB: 'BLOB',
  BITSTRING: 'BIT',
  UUID: 'UUID',
  DATE: 'DATE',
  TIME_MICROS: 'TIME',
  TIME_NANOS: 'TIME_NS',
  TIME_MICROS_TZ: 'TIME WITH TIME ZONE',
  TIMESTAMP_SEC: 'TIMESTAMP_S',
  TIMESTAMP_MILIS: 'TIMESTAMP_MS',
  TIMESTAMP_MICROS: 'TIMESTAMP',
  TIMESTAMP_NANOS: 'TIMESTAMP_NS',
  TIMESTAMP_MICROS_TZ: 'TIMESTAMP WITH TIME ZONE',
  INTERVAL: 'INTERVAL',
  GEOMETRY: 'GEOMETRY',
};

/** How a value that holds no others is written, and what stands for a level beyond the last. */
interface Leaves {
  readonly scalar: (id: ScalarTypeId, value: string) => string;
  readonly beyond: string;
}

const zeros: DuckType = { id: 'DECIMAL', text: 'DECIMAL', precision: 0, scale: 0 };
const valueLeaves: Leaves = {
  scalar: (id, value) =>
    id === 'DECIMAL'
      ? scalarTexts.DECIMAL.write(value, zeros)
      : scalarTexts[id].write(id === 'VARCHAR' ? `CAST(${value} AS VARCHAR)` : `CAST(${value} AS ${id})`, {
          id,
          text: id,
        }),
  beyond: `'null'`,
};
const typeLeaves: Leaves = {
  scalar: (id, value) =>
    id === 'DECIMAL' ? `'"' || replace(variant_typeof(${value}), ', ', ',') || '"'` : `'"${id}"'`,
  beyond: `'0'`,
};

/**
 * DuckDB's SQL of a VARIANT's JSON text: {"value": ..., "type": ...}. Its values are written as those of their own types;
 * `type` has the same arrays and objects as `value`, with the names of DuckDB's types in the places of values.
 */
export function variantText(sql: string, depth: number): string {
  const value = tree(sql, depth, 0, valueLeaves);
  return `CASE WHEN ${sql} IS NOT NULL THEN '{"value":' || ${value} || ',"type":' || ${tree(sql, depth, 0, typeLeaves)} || '}' END`;
}

/**
 * DuckDB's SQL of the VARIANT whose JSON `variantText` wrote. A value that holds no others gets its own type, but for DECIMALs.
 * DuckDB makes no object of names that are known at run time only, except from JSON: what is in arrays and objects, and a
 * DECIMAL, becomes what DuckDB makes of JSON.
 */
export function variantFromJson(json: string): string {
  const value = `json_extract(${json}, '/value')`;
  const branches = [...new Set(Object.values(kinds))].map((id) => {
    return `WHEN '${id}' THEN CAST(${scalarTexts[id].read(value, { id, text: id })} AS VARIANT)`;
  });
  return `CASE json_extract_string(${json}, '/type') ${branches.join(' ')} ELSE CAST(${value} AS VARIANT) END`;
}

/** DuckDB's condition on a VARIANT, that `variantText` does not reach all of it. */
export function isTooDeep(sql: string): string {
  return `contains(regexp_replace(${tree(sql, 1, 0, typeLeaves)}, '"(?:[^"\\\\]|\\\\.)*"', '', 'g'), '0')`;
}

/** Arrays and objects go one way, as lists of keys (none in an array) and values: two would double at each level. */
function tree(sql: string, depth: number, level: number, leaves: Leaves): string {
  const kind = `split_part(variant_typeof(${sql}), '(', 1)`;
  const scalars = Object.entries(kinds).map(([name, id]) => `WHEN '${name}' THEN ${leaves.scalar(id, sql)}`);
  const entry = variable(depth);
  const value = `struct_extract_at(${entry}, 2)`;
  const inner = level === mostLevels ? leaves.beyond : `coalesce(${tree(value, depth + 1, level + 1, leaves)}, 'null')`;
  const key = `coalesce(CAST(to_json(struct_extract_at(${entry}, 1)) AS VARCHAR) || ':', '')`;
  const entries = `CASE ${kind} WHEN 'ARRAY' THEN list_transform(CAST(${sql} AS VARIANT[]), lambda ${entry}: {'key': CAST(NULL AS VARCHAR), 'value': ${entry}})
    ELSE map_entries(CAST(${sql} AS MAP(VARCHAR, VARIANT))) END`;
  const members = `array_to_string(list_transform(${entries}, lambda ${entry}: ${key} || ${inner}), ',')`;
  const mark = (array: string, object: string) => `CASE ${kind} WHEN 'ARRAY' THEN '${array}' ELSE '${object}' END`;
  return `CASE ${kind} WHEN 'VARIANT_NULL' THEN NULL WHEN 'DECIMAL' THEN ${leaves.scalar('DECIMAL', sql)} ${scalars.join(' ')}
    ELSE ${mark('[', '{')} || ${members} || ${mark(']', '}')} END`;
}
