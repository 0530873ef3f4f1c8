import { FluxionError } from '../../base/index.ts';
import type { DuckType, TableSpec } from '../../catalog/index.ts';
import type { DuckCatalog } from '../../duckdb/index.ts';
import type { TransferOptions } from '../options.ts';

/** The tables that --only and --exclude leave. @throws FluxionError USAGE for a name that the file does not have */
export function chosenTables(catalog: DuckCatalog, options: TransferOptions): readonly TableSpec<DuckType>[] {
  const matches = (table: TableSpec<DuckType>, name: string) =>
    name === table.name || name === `${table.schema}.${table.name}`;
  for (const name of [...(options.only ?? []), ...(options.exclude ?? []), ...Object.keys(options.selects ?? {})]) {
    if (!catalog.tables.some((table) => matches(table, name))) {
      throw new FluxionError(
        'USAGE',
        `The file has no table ${name}. It has: ${catalog.tables.map((table) => table.name).join(', ')}.`,
      );
    }
  }
  return catalog.tables.filter(
    (table) =>
      (options.only === undefined || options.only.some((name) => matches(table, name))) &&
      !(options.exclude ?? []).some((name) => matches(table, name)),
  );
}
