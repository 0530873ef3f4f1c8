import type { ClientBase } from 'pg';
import {
  readEnums,
  readSequences,
  readViews,
  type ExportedEnum,
  type ExportedSequence,
  type ExportedView,
} from './others.ts';
import { readTables, type ExportedTable } from './tables.ts';
import { readTypes } from './types.ts';

export type { ExportedEnum, ExportedSequence, ExportedView } from './others.ts';
export type { ExportedColumn, ExportedForeignKey, ExportedIndex, ExportedTable } from './tables.ts';

/** All that an export looks at, as one transaction sees it. */
export interface ExportedCatalog {
  readonly schemas: readonly string[];
  readonly tables: readonly ExportedTable[];
  readonly sequences: readonly ExportedSequence[];
  readonly views: readonly ExportedView[];
  readonly enums: readonly ExportedEnum[];
}

/** The schemas in which a migration made tables. */
const migratedSql = `
  SELECT DISTINCT n.nspname AS name FROM fluxion_transfer.origin o JOIN pg_class c ON c.oid = o.relation
  JOIN pg_namespace n ON n.oid = c.relnamespace ORDER BY 1`;

/** Reads the catalogue of the given schemas, and of those that a migration brought beside them. */
export async function readCatalog(client: ClientBase, chosen: readonly string[]): Promise<ExportedCatalog> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('fluxion_transfer.origin') IS NOT NULL AS there`,
  );
  const hasOrigins = rows[0]?.there === true;
  const migrated = hasOrigins ? (await client.query<{ name: string }>(migratedSql)).rows.map(({ name }) => name) : [];
  const schemas = [...new Set([...chosen, ...migrated])];
  const readType = await readTypes(client);
  return {
    schemas,
    tables: await readTables(client, schemas, readType, hasOrigins),
    sequences: await readSequences(client, schemas),
    views: await readViews(client, schemas),
    enums: await readEnums(client, schemas),
  };
}
