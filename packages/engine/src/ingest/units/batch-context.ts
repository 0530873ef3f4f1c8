import type { DuckDBConnection } from '@duckdb/node-api';
import type { PoolClient } from 'pg';
import type { FeedName } from '../../sources/index.ts';
import type { LedgerDelivery } from '../ledger/units.ts';
import type { StagedTables, StoreDayWriter } from './unit.ts';

/** What writes the units of one delivery. */
export interface BatchContext {
  readonly client: PoolClient;
  readonly duck: DuckDBConnection;
  readonly feed: FeedName;
  readonly writer: StoreDayWriter;
  readonly tables: StagedTables;
  /** Its entry in the ledger. */
  readonly delivery: LedgerDelivery;
  /** Loads also what is there already, and nothing in the place of something. */
  readonly force: boolean;
  readonly partial: boolean;
  readonly onRows?: (rows: number) => void;
  readonly signal: AbortSignal | undefined;
}
