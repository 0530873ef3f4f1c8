import { quoteQualified } from '../../../base/index.ts';
import { copySchema, type DeclaredTable } from '../../declared.ts';

/** The name that a table is asked for by, and is declared with: without its schema if that is public. */
export function declaredName({ schema, table }: Pick<DeclaredTable, 'schema' | 'table'>): string {
  return schema === 'public' ? table : `${schema}.${table}`;
}

/** The table in PostgreSQL. */
export function sourceName({ schema, table }: Pick<DeclaredTable, 'schema' | 'table'>): string {
  return quoteQualified(schema, table);
}

/** The copy of the table in DuckDB. */
export function copyName({ schema, table }: Pick<DeclaredTable, 'schema' | 'table'>): string {
  return quoteQualified(copySchema(schema), table);
}
