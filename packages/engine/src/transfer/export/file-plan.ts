import { FluxionError } from '../../base/index.ts';
import type { ObjectReport } from '../report.ts';
import type { ExportOptions } from './options.ts';
import type { ExportedCatalog, ExportedTable } from './read/index.ts';

/** Schemas that are no part of anybody's data. */
const internal = new Set(['fluxion', 'fluxion_transfer', 'pg_catalog', 'information_schema', 'pg_toast']);

/** The schema that the file has for one of PostgreSQL. */
export function fileSchema(options: Pick<ExportOptions, 'schema'>, schema: string): string {
  return schema === options.schema ? 'main' : schema;
}

/** `ventas`, `otra.ventas`: as a person knows an object of the file. */
export function fileName(options: Pick<ExportOptions, 'schema'>, schema: string, name: string): string {
  return schema === options.schema ? name : `${schema}.${name}`;
}

/** The schemas to read. @throws FluxionError USAGE for Fluxion's own and PostgreSQL's */
export function chosenSchemas({ schema, alsoSchemas = [] }: ExportOptions): readonly string[] {
  const chosen = [schema, ...alsoSchemas];
  const refused = chosen.find((name) => internal.has(name) || name.startsWith('pg_'));
  if (refused === undefined) return chosen;
  throw new FluxionError('USAGE', `The schema ${refused} holds no data of yours; name another with --schema.`);
}

/**
 * The tables that --only and --exclude leave, each behind those that its foreign keys point at.
 * @throws FluxionError USAGE for a name that the database does not have
 */
export function chosenTables(
  catalog: ExportedCatalog,
  options: ExportOptions,
  report: (object: ObjectReport) => void,
): readonly ExportedTable[] {
  const matches = (table: ExportedTable, name: string) =>
    (name === table.name && table.schema === options.schema) || name === `${table.schema}.${table.name}`;
  for (const name of [...(options.only ?? []), ...(options.exclude ?? [])]) {
    if (catalog.tables.some((table) => matches(table, name))) continue;
    const has = catalog.tables.map((table) => fileName(options, table.schema, table.name)).join(', ');
    throw new FluxionError('USAGE', `The database has no table ${name}. It has: ${has === '' ? 'none' : has}.`);
  }
  const chosen = catalog.tables.filter(
    (table) =>
      (options.only === undefined || options.only.some((name) => matches(table, name))) &&
      !(options.exclude ?? []).some((name) => matches(table, name)),
  );
  return inOrder(chosen.filter((table) => hasOwnNames(table, chosen, options, report)));
}

/** DuckDB's names know no case: two that differ in nothing else cannot both be there. */
function hasOwnNames(
  table: ExportedTable,
  chosen: readonly ExportedTable[],
  options: ExportOptions,
  report: (object: ObjectReport) => void,
): boolean {
  const alike = (one: string, other: string) => one !== other && one.toLowerCase() === other.toLowerCase();
  const path = ({ schema, name }: ExportedTable) => `${fileSchema(options, schema)}.${name}`;
  const twin = chosen.find((other) => alike(path(other), path(table)));
  const names = table.columns.map(({ name }) => name);
  const column = names.find((name) => names.some((other) => alike(name, other)));
  const reason = twin
    ? `differs from the table ${twin.name} in nothing but case, which DuckDB's names do not know`
    : column && `has two columns ${column} that differ in nothing but case, which DuckDB's names do not know`;
  const missing = names.length === 0 ? 'has no columns, which DuckDB does not allow' : reason;
  if (missing === undefined) return true;
  report({ kind: 'table', name: fileName(options, table.schema, table.name), outcome: 'refused', reason: missing });
  return false;
}

/** A circle keeps the given order. */
function inOrder(tables: readonly ExportedTable[]): readonly ExportedTable[] {
  const ordered: ExportedTable[] = [];
  const visited = new Set<ExportedTable>();
  const visit = (table: ExportedTable) => {
    if (visited.has(table)) return;
    visited.add(table);
    for (const key of table.foreignKeys) {
      const before = tables.find(({ schema, name }) => schema === key.referencedSchema && name === key.referencedTable);
      if (before) visit(before);
    }
    ordered.push(table);
  };
  tables.forEach(visit);
  return ordered;
}
