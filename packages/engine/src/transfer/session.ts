import type { DuckDBConnection } from '@duckdb/node-api';
import type { PoolClient } from 'pg';
import { FluxionError, messageOf } from '../base/index.ts';
import type { DuckType, TableSpec } from '../catalog/index.ts';
import { inspectCatalog, openSource, type DuckCatalog, type DuckSource } from '../duckdb/index.ts';
import { introspect, type Relation } from '../postgres/index.ts';
import type { TransferOptions } from './options.ts';
import { chosenTables, mapTables, targetSchema } from './plan/migration-plan.ts';
import type { TableMapping } from './plan/map-table.ts';

/** Both ends of a transfer, open, and what each says of itself. */
export interface Session {
  readonly options: TransferOptions;
  readonly source: DuckSource;
  readonly duck: DuckDBConnection;
  /** The connection that plans, creates and keeps the ledger. */
  readonly client: PoolClient;
  readonly catalog: DuckCatalog;
  /** The chosen tables of the source. */
  readonly tables: readonly TableSpec<DuckType>[];
  /** Reads anew what exists in the target's schemas. */
  relations(): Promise<Relation[]>;
  /** Maps the chosen tables onto what exists. */
  mappings(relations: readonly Relation[]): Promise<TableMapping[]>;
}

/** Opens both ends, runs `work`, closes both ends. @throws FluxionError SOURCE_* or DATABASE_UNREACHABLE before `work` begins */
export async function withSession<T>(options: TransferOptions, work: (session: Session) => Promise<T>): Promise<T> {
  const source = await openSource(options.file);
  try {
    const duck = await source.connect();
    const catalog = await inspectCatalog(duck);
    const tables = chosenTables(catalog, options);
    const schemas = [
      ...new Set([
        options.schema,
        ...[...catalog.tables, ...catalog.views].map(({ schema }) => targetSchema(options, schema)),
      ]),
    ];
    const client = await options.pool.connect().catch((error: unknown) => {
      throw error instanceof FluxionError
        ? error
        : new FluxionError('DATABASE_UNREACHABLE', `PostgreSQL does not answer: ${messageOf(error)}`, { cause: error });
    });
    // A lost connection fails the query under way; its error event says nothing more.
    client.on('error', () => {});
    try {
      return await work({
        options,
        source,
        duck,
        client,
        catalog,
        tables,
        relations: () => introspect(client, schemas),
        mappings: (relations) => mapTables(duck, tables, relations, options),
      });
    } finally {
      // Closed, not returned: its session lock must go with it.
      client.release(true);
    }
  } finally {
    source.close();
  }
}
