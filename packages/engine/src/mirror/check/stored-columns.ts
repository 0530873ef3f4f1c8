import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier } from '../../base/index.ts';
import { isComparable, type StoredColumn } from '../../bridge/index.ts';
import { parseDuckType, type DuckType, type PostgresType } from '../../catalog/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import type { DeclaredTable } from '../declared.ts';
import { copyName } from '../sync/table/index.ts';

/** A table as PostgreSQL has it. */
export interface CheckedTable {
  readonly table: Pick<DeclaredTable, 'schema' | 'table' | 'unit'>;
  readonly columns: readonly { readonly name: string; readonly type: PostgresType }[];
}

/** What of a table can be compared with its copy. */
export interface StoredColumns {
  readonly columns: ReadonlyMap<string, StoredColumn>;
  /** Those that the copy does not have, or that have no text to compare. */
  readonly notCompared: readonly string[];
}

/** The table's columns, with the types that the copy really has. */
export async function storedColumns(duck: DuckDBConnection, { table, columns }: CheckedTable): Promise<StoredColumns> {
  const described = await smallRowsJson(duck, `DESCRIBE ${copyName(table)}`);
  const types = new Map(
    described.map((row) => [String(row['column_name']), parseDuckType(String(row['column_type']))]),
  );
  const stored = columns.flatMap(({ name, type }): [string, StoredColumn][] => {
    const duckType = types.get(name);
    if (!duckType) return [];
    const column = storedColumn(name, type, duckType);
    return isComparable(column) ? [[name, column]] : [];
  });
  const known = new Map(stored);
  return {
    columns: known,
    notCompared: columns.filter(({ name }) => !known.has(name)).map(({ name }) => name),
  };
}

/** What the copy has as text is compared with the text that PostgreSQL prints. */
function storedColumn(name: string, type: PostgresType, duckType: DuckType): StoredColumn {
  const column = quoteIdentifier(name);
  return duckType.id === 'VARCHAR'
    ? { value: { duck: column, postgres: `${column}::text` }, duckType, type: { name: 'text' } }
    : { value: { duck: column, postgres: column }, duckType, type };
}
