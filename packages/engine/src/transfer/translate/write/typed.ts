import {
  parseDuckType,
  postgresTypeFor,
  renderPostgresType,
  type DuckType,
  type DuckTypeId,
} from '../../../catalog/index.ts';
import { UntranslatableError } from '../syntax-tree.ts';

/**
 * An expression in PostgreSQL's SQL, and the type that it has in DuckDB. The SQL has the type that a column of that DuckDB
 * type gets in the target: that is what lets expressions be put together.
 */
export interface Typed {
  readonly sql: string;
  readonly type: DuckType;
  /** Of a constant: its value as text. */
  readonly constant?: string;
}

export const types = {
  null: parseDuckType('"NULL"'),
  boolean: parseDuckType('BOOLEAN'),
  integer: parseDuckType('INTEGER'),
  bigint: parseDuckType('BIGINT'),
  hugeint: parseDuckType('HUGEINT'),
  double: parseDuckType('DOUBLE'),
  text: parseDuckType('VARCHAR'),
  date: parseDuckType('DATE'),
  timestamp: parseDuckType('TIMESTAMP'),
  instant: parseDuckType('TIMESTAMP WITH TIME ZONE'),
  interval: parseDuckType('INTERVAL'),
} as const;

const families: Partial<Record<DuckTypeId, Family>> = {
  TINYINT: 'integer',
  SMALLINT: 'integer',
  INTEGER: 'integer',
  BIGINT: 'integer',
  HUGEINT: 'integer',
  UTINYINT: 'integer',
  USMALLINT: 'integer',
  UINTEGER: 'integer',
  UBIGINT: 'integer',
  UHUGEINT: 'integer',
  DECIMAL: 'decimal',
  FLOAT: 'float',
  DOUBLE: 'double',
  VARCHAR: 'text',
  BOOLEAN: 'boolean',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
  TIMESTAMP_S: 'timestamp',
  TIMESTAMP_MS: 'timestamp',
  TIMESTAMP_NS: 'timestamp',
  'TIMESTAMP WITH TIME ZONE': 'instant',
  TIME: 'time',
  INTERVAL: 'interval',
  UUID: 'uuid',
  BLOB: 'blob',
  ENUM: 'enum',
  LIST: 'list',
  NULL: 'null',
};

/** Types that the same rules hold for. */
export type Family =
  | 'integer'
  | 'decimal'
  | 'float'
  | 'double'
  | 'text'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'instant'
  | 'time'
  | 'interval'
  | 'uuid'
  | 'blob'
  | 'enum'
  | 'list'
  | 'null'
  | 'other';

export function familyOf(type: DuckType): Family {
  return families[type.id] ?? 'other';
}

export function isNumber(type: DuckType): boolean {
  return ['integer', 'decimal', 'float', 'double'].includes(familyOf(type));
}

/** The PostgreSQL type of expressions of a DuckDB type. @throws UntranslatableError for one that no expression can be cast to */
export function targetType(type: DuckType): string {
  const target = postgresTypeFor(type);
  if ('refused' in target || type.id === 'ENUM' || type.element?.id === 'ENUM')
    throw new UntranslatableError(`an expression of type ${type.text}`);
  // A limit would round what it should refuse.
  if (familyOf(type) === 'integer') return target.name;
  return renderPostgresType(target);
}

/** Text whose order can be seen, so that it sorts by its bytes as in DuckDB, whatever the database's locale. */
export function ordered({ sql, type }: Typed): string {
  return type.id === 'VARCHAR' || type.element?.id === 'VARCHAR' ? `${sql} COLLATE "C"` : sql;
}
