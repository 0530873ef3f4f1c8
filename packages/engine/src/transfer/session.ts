import type { PoolClient } from 'pg';
import { connectTarget } from './connect-target.ts';
import { explainReadError, inspectCatalog, openSource, type DuckCatalog, type DuckSource } from '../duckdb/index.ts';
import type { TransferOptions } from './options.ts';
import { chosenTables } from './plan/chosen-tables.ts';
import { planEnums } from './plan/names/enum-names.ts';
import { mapTables, targetSchema, type TableMapping } from './plan/migration-plan.ts';
import { targetRelations, type Relation } from './plan/target-relations.ts';

/** Both ends of a transfer, open, and what each says of itself. */
export interface Session {
  readonly options: TransferOptions;
  readonly source: DuckSource;
  readonly duck: Awaited<ReturnType<DuckSource['connect']>>;
  /** The connection that plans, creates and keeps the ledger. */
  readonly client: PoolClient;
  readonly catalog: DuckCatalog;
  /** The chosen tables of the source. */
  readonly tables: DuckCatalog['tables'];
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
        ...[...catalog.tables, ...catalog.views, ...catalog.sequences, ...catalog.enums].map(({ schema }) =>
          targetSchema(options, schema),
        ),
      ]),
    ];
    const client = await connectTarget(options.pool);
    try {
      return await work({
        options,
        source,
        duck,
        client,
        catalog,
        tables,
        relations: () => targetRelations(client, schemas),
        mappings: (relations) =>
          mapTables(duck, tables, relations, options, planEnums(catalog, relations, options).forColumn),
      });
    } finally {
      // Closed, not returned: its session lock must go with it.
      client.release(true);
    }
  } catch (error) {
    // Damage shows wherever DuckDB comes upon it first.
    throw explainReadError(options.file, error) ?? error;
  } finally {
    source.close();
  }
}
