import type { Rollup } from '../../base/index.ts';
import { copySchema } from '../declared.ts';
import type { KeptCopy } from '../keep-copy.ts';
import { declaredName, rollupsOf } from '../sync/index.ts';
import type { AskableTable } from './tree.ts';

/** A table that a person may ask, with its columns and DuckDB's types of these. */
export interface SqlTable {
  readonly name: string;
  /** The mirrored table that it is, or sums up. */
  readonly of: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

const columnsSql = `
  SELECT schema_name, table_name, column_name, data_type FROM duckdb_columns()
  WHERE database_name = current_database() AND NOT internal ORDER BY schema_name, table_name, column_index`;

/** The mirrored tables whose copy is whole, and what is summed up of them, by name. */
export async function sqlTables(
  { copy, file }: NonNullable<KeptCopy['now']>,
  rollups: readonly Rollup[],
): Promise<readonly (SqlTable & AskableTable)[]> {
  const { rows } = await file.read(columnsSql, []);
  const columnsOf = (schema: string, table: string) =>
    rows
      .filter((row) => row['schema_name'] === schema && row['table_name'] === table)
      .map((row) => ({ name: row['column_name'] ?? '', type: row['data_type'] ?? '' }));
  const tables = [...copy.state.tables.values()].flatMap(({ layout, since }) => {
    if (since !== null) return [];
    const of = declaredName(layout.table);
    const own = { name: of, schema: copySchema(layout.table.schema), table: layout.table.table, of };
    return [own, ...rollupsOf(rollups, layout).map(({ name }) => ({ name, schema: 'main', table: name, of }))];
  });
  return tables
    .map((table) => ({ ...table, columns: columnsOf(table.schema, table.table) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
