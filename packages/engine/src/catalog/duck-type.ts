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

/** A DuckDB type: its kind, DuckDB's own text of it, and for decimals the number of digits and how many stand after the point. */
export interface DuckType {
  readonly id: DuckTypeId;
  readonly text: string;
  readonly precision?: number;
  readonly scale?: number;
}

/** Reads a type as DuckDB's catalogue prints it (`duckdb_columns().data_type`); a name that DuckDB itself does not have becomes `UNKNOWN`. */
export function parseDuckType(text: string): DuckType {
  if (text.endsWith('[]')) return { id: 'LIST', text };
  if (text.endsWith(']')) return { id: 'ARRAY', text };
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(text);
  if (decimal) return { id: 'DECIMAL', text, precision: Number(decimal[1]), scale: Number(decimal[2]) };
  const head = /^"?([A-Z][A-Z_ ]*)"?(?:\(|$)/.exec(text)?.[1]?.trim();
  const id = duckTypeIds.find((known) => known === head);
  return { id: id ?? 'UNKNOWN', text };
}
