import type { DuckTypeId, PostgresType } from '../../catalog/index.ts';
import { wayTo, type ColumnWay } from './column-way.ts';
import { naturalType } from './natural-type.ts';

/**
 * Types whose values are equal in DuckDB when they are in PostgreSQL, and in the same order (texts: by COLLATE "C"). Not
 * among them are JSON, of which PostgreSQL compares the meaning and DuckDB the text, and bits, times with a zone,
 * intervals and lists, which have values that the other does not have or compares otherwise.
 */
const alike: ReadonlySet<DuckTypeId> = new Set<DuckTypeId>([
  'BOOLEAN',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'FLOAT',
  'DOUBLE',
  'DECIMAL',
  'VARCHAR',
  'ENUM',
  'BLOB',
  'UUID',
  'DATE',
  'TIME',
  'TIMESTAMP',
  'TIMESTAMP WITH TIME ZONE',
]);

/**
 * The way for a column of which DuckDB is to say what PostgreSQL would. Undefined if DuckDB has no type that compares
 * alike: as text, a numeric without a limit of digits or an address would have another maximum. A value that the type
 * does not hold (NaN, a label that is newer than the type) fails on its way, and is never changed. A char(n) prints with
 * blanks up to its length and compares without them, which no text of DuckDB's does.
 */
export function mirrorWay(type: PostgresType): ColumnWay | undefined {
  if (type.name === 'bpchar') return undefined;
  const natural = naturalType(type);
  return natural && alike.has(natural.id) ? wayTo(type, natural) : undefined;
}
