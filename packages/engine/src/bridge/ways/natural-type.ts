import { quoteLiteral } from '../../base/index.ts';
import { parseDuckType, type DuckType, type PostgresType } from '../../catalog/index.ts';

const names: Readonly<Record<string, string>> = {
  bool: 'BOOLEAN',
  int2: 'SMALLINT',
  int4: 'INTEGER',
  int8: 'BIGINT',
  float4: 'FLOAT',
  float8: 'DOUBLE',
  text: 'VARCHAR',
  varchar: 'VARCHAR',
  bpchar: 'VARCHAR',
  name: 'VARCHAR',
  char: 'VARCHAR',
  json: 'JSON',
  jsonb: 'JSON',
  bytea: 'BLOB',
  uuid: 'UUID',
  bit: 'BIT',
  varbit: 'BIT',
  date: 'DATE',
  time: 'TIME',
  timetz: 'TIME WITH TIME ZONE',
  timestamp: 'TIMESTAMP',
  timestamptz: 'TIMESTAMP WITH TIME ZONE',
  interval: 'INTERVAL',
};

/** DuckDB's DECIMAL has no more digits. */
const mostDigits = 38;

/** The DuckDB type for a column that was made in PostgreSQL; undefined: there is none but text. */
export function naturalType(type: PostgresType): DuckType | undefined {
  if (type.kind === 'enum') return enumOf(type.labels ?? []);
  if (type.element) {
    const element = naturalType(type.element);
    return element && parseDuckType(`${element.text}[]`);
  }
  if (type.schema !== undefined) return undefined;
  if (type.name === 'numeric') return decimal(type);
  const name = names[type.name];
  return name === undefined ? undefined : parseDuckType(name);
}

/** The type whose labels PostgreSQL has now. */
export function enumOf(labels: readonly string[]): DuckType {
  return parseDuckType(`ENUM(${labels.map(quoteLiteral).join(', ')})`);
}

function decimal({ precision, scale = 0 }: PostgresType): DuckType | undefined {
  if (precision === undefined || scale < 0 || precision > mostDigits || scale > precision) return undefined;
  return parseDuckType(`DECIMAL(${precision},${scale})`);
}
