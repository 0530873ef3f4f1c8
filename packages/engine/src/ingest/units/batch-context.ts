import type { DuckDBConnection } from '@duckdb/node-api';
import type { PoolClient } from 'pg';
import type { LedgerDelivery } from '../ledger/units.ts';
import type { FateOptions } from './fate.ts';
import type { StagedTables, StoreDayWriter } from './unit.ts';

/** What writes the units of one delivery. */
export interface BatchContext extends FateOptions {
  readonly client: PoolClient;
  readonly duck: DuckDBConnection;
  readonly writer: StoreDayWriter;
  readonly tables: StagedTables;
  /** Its entry in the ledger. */
  readonly delivery: LedgerDelivery;
  readonly partial: boolean;
  readonly onRows?: (rows: number) => void;
  /** Called with numbers of placeholders that were made; not all may last, as the transaction may fail. */
  readonly onPlaceholders?: (count: number) => void;
  readonly signal: AbortSignal | undefined;
}
