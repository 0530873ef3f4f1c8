import type { DuckDBConnection } from '@duckdb/node-api';
import type { PlannedTable } from '../choose-ways.ts';
import type { ExportOptions } from '../options.ts';
import type { ObjectReport } from '../../report.ts';
import type { ExportedCatalog } from '../read/index.ts';
import { expressionToDuck, queryToDuck } from '../translate/to-duck.ts';
import { fileSchema } from '../file-plan.ts';

/** What those who write the file share. */
export interface WriteContext {
  readonly options: ExportOptions;
  readonly duck: DuckDBConnection;
  readonly catalog: ExportedCatalog;
  readonly report: (object: ObjectReport) => void;
}

const textTypes = new Set(['text', 'varchar', 'bpchar', 'name']);

/** The schema that stands in the file for one of PostgreSQL; undefined: none does. */
const schemaIn =
  ({ options, catalog }: WriteContext) =>
  (name: string): string | undefined =>
    catalog.schemas.includes(name) ? fileSchema(options, name) : undefined;

/** DuckDB's SQL of a view's query; undefined: it cannot be said there. */
export function translateQuery(context: WriteContext, sql: string): string | undefined {
  return queryToDuck(sql, {
    column: (name, of) => {
      const table = context.catalog.tables.find((one) => one.schema === of?.schema && one.name === of.name);
      const column = table?.columns.find((one) => one.name === name);
      return column && { isText: textTypes.has(column.type.name) };
    },
    schema: schemaIn(context),
  });
}

/** DuckDB's SQL of an expression on a table's columns; undefined: it cannot be said there. */
export function translate(context: WriteContext, sql: string, { columns }: PlannedTable): string | undefined {
  return expressionToDuck(sql, {
    column: (name) => {
      const found = columns.find(({ column }) => column.name === name);
      return found && { isText: textTypes.has(found.column.type.name) && found.way.type.id === 'VARCHAR' };
    },
    schema: schemaIn(context),
  });
}
