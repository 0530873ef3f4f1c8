import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pool } from 'pg';
import type { Rollup } from '../../../base/index.ts';
import type { Snapshot } from '../../../postgres/index.ts';
import type { CopyState } from './copy-state.ts';

/** What bringing the copy up to date works with. */
export interface SyncContext {
  /** Of PostgreSQL, without time limits. */
  readonly pool: Pool;
  /** A connection of the file's, for this work alone. */
  readonly duck: DuckDBConnection;
  readonly state: CopyState;
  readonly rollups: readonly Rollup[];
  readonly signal: AbortSignal;
  readonly onRows?: ((rows: number) => void) | undefined;
  /** Called with the snapshot that the copy is the same as, before the next sync can change it; each once. */
  readonly pins: Pin[];
}

/** Takes hold of both sides' state. */
export type Pin = (snapshot: Snapshot) => Promise<void>;
