/** Every logical type of DuckDB 1.5 by the name that its catalogue prints. */
export const duckTypeIds = [
  'BOOLEAN',
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'HUGEINT',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
  'UBIGINT',
  'UHUGEINT',
  'BIGNUM',
  'FLOAT',
  'DOUBLE',
  'DECIMAL',
  'VARCHAR',
  'BLOB',
  'BIT',
  'UUID',
  'DATE',
  'TIME',
  'TIME_NS',
  'TIME WITH TIME ZONE',
  'TIMESTAMP',
  'TIMESTAMP_S',
  'TIMESTAMP_MS',
  'TIMESTAMP_NS',
  'TIMESTAMP WITH TIME ZONE',
  'INTERVAL',
  'ENUM',
  'JSON',
  'LIST',
  'ARRAY',
  'STRUCT',
  'MAP',
  'UNION',
  'VARIANT',
  'GEOMETRY',
  'NULL',
  /** A type that DuckDB itself does not have, such as one of an extension. */
  'UNKNOWN',
] as const;

export type DuckTypeId = (typeof duckTypeIds)[number];

/** A named part of a STRUCT, or a member of a UNION. An unnamed STRUCT's fields have the name ''. */
export interface DuckField {
  readonly name: string;
  readonly type: DuckType;
}

/** A DuckDB type: its kind, DuckDB's own text of it, and what that kind is made of. */
export interface DuckType {
  readonly id: DuckTypeId;
  readonly text: string;
  /** Of a DECIMAL: the number of digits, and how many of them stand after the point. */
  readonly precision?: number;
  readonly scale?: number;
  /** Of a LIST or an ARRAY. */
  readonly element?: DuckType;
  /** Of an ARRAY: how many elements each value has. */
  readonly size?: number;
  /** Of a STRUCT or a UNION, in their order. */
  readonly fields?: readonly DuckField[];
  /** Of a MAP. */
  readonly key?: DuckType;
  readonly value?: DuckType;
  /** Of an ENUM, in their order. */
  readonly labels?: readonly string[];
}
