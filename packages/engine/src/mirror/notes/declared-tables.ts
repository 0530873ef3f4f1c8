import type { DeclaredTable } from '../declared.ts';
import type { Asked } from './read-fence.ts';

const tablesSql = `
  SELECT id, schema_name AS schema, table_name AS table, unit, noting FROM fluxion_mirror.tables ORDER BY id`;

/** The mirrored tables, in the order in which they were declared. */
export async function declaredTables(client: Asked): Promise<DeclaredTable[]> {
  return (await client.query<DeclaredTable>({ text: tablesSql })).rows;
}

/** A table's schema and name from what it is called by. */
export function nameOf(name: string): Pick<DeclaredTable, 'schema' | 'table'> {
  const dot = name.indexOf('.');
  return dot < 0 ? { schema: 'public', table: name } : { schema: name.slice(0, dot), table: name.slice(dot + 1) };
}
