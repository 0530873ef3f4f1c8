import type { Pool } from 'pg';
import type { Progress } from '../base/index.ts';
import type { Delivery } from '../sources/index.ts';
import type { DeliveryReport } from './report.ts';

export interface LoadOptions {
  /** Of its connections one is in use at a time, and another for short questions. */
  readonly pool: Pool;
  /** An existing folder for temporary files, with room for the largest delivery. */
  readonly folder: string;
  /** Loaded one after the other, in this order. */
  readonly deliveries: Iterable<Delivery> | AsyncIterable<Delivery>;
  /** A delivery with more rejected lines is not loaded; 1,000 unless told, and then also none of which half is rejected. */
  readonly maxErrors?: number | undefined;
  /** Loads also what is there already, and lets a delivery without lines empty a day. */
  readonly force?: boolean;
  /** Says how deliveries are understood, and writes nothing. */
  readonly dryRun?: boolean;
  /** Told of each delivery once it is done. */
  readonly onReport?: (report: DeliveryReport) => void | Promise<void>;
  readonly progress?: Progress;
  readonly signal?: AbortSignal | undefined;
  /** For tests. */
  readonly now?: () => Date;
}
