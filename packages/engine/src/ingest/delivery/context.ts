import type { DuckDBConnection } from '@duckdb/node-api';
import type { ProgressStage } from '../../base/index.ts';
import type { Delivery } from '../../sources/index.ts';
import type { LedgerDelivery } from '../ledger/index.ts';
import type { LoadOptions } from '../load-options.ts';
import type { Draft } from './report-draft.ts';

/** What the loading of one delivery works with. */
export interface DeliveryContext extends Omit<LoadOptions, 'deliveries' | 'onReport' | 'progress'> {
  readonly duck: DuckDBConnection;
  readonly stage: ProgressStage;
  readonly delivery: Delivery;
  /** Filled as things become known, so that a failure tells what was done before. */
  readonly draft: Draft;
  /** By feed, store and day: which delivery of the same call has brought the unit. */
  readonly brought: Map<string, string>;
}

/** One that is to be written: it has an entry in the ledger. */
export interface WrittenContext extends DeliveryContext {
  readonly ledger: LedgerDelivery;
}
