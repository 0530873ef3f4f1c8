import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import type { FeedSpec } from '../../sources/index.ts';
import type { StagedTables } from '../units/unit.ts';

/** A delivery of master rows that is to be loaded. */
export interface MasterLoad {
  /** In a transaction that the caller has begun; temporary tables are made in it, and go with it. */
  readonly client: ClientBase;
  readonly duck: DuckDBConnection;
  readonly tables: StagedTables;
  /** Of unit 'row'. */
  readonly feed: FeedSpec;
  /** The fields that the delivery has, whatever their values: what is not among them stays as it is in rows that exist. */
  readonly delivered: ReadonlySet<string>;
  /** Called with numbers of rows as they are sent. */
  readonly onRows?: (rows: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** What became of the lines: all but `placeholders` count lines, and add up to those of `StagedTables.rows`. */
export interface MasterCounts {
  readonly inserted: number;
  readonly changed: number;
  /** Rows that are in the table exactly as they were delivered. */
  readonly same: number;
  /** Lines that were moved to the rejects. */
  readonly rejected: number;
  /** Lines that say again what another line says. */
  readonly repeated: number;
  /** Products that were created, flagged, because lines name them. */
  readonly placeholders: number;
}
