import { describeAnswer, findSource, type Clock, type Secrets } from '../../sources/index.ts';
import type { LoadOptions } from '../load-options.ts';
import { load } from '../load.ts';
import type { DeliveryReport } from '../report.ts';
import { answers } from './answers.ts';
import { askedStores } from './asked-stores.ts';

export interface SourceLoadOptions extends Omit<LoadOptions, 'deliveries'> {
  /** The name of the source. */
  readonly source: string;
  /** The business date, YYYY-MM-DD. */
  readonly date: string;
  /** By id or codigo; all those of the source unless told. Of no meaning for feeds that are not of one store. */
  readonly stores?: readonly string[] | undefined;
  /** Looks up variables of the environment. */
  readonly secrets: Secrets;
  /** Asks also a store that is not asked for a while because it has failed too often: a person wants it. */
  readonly insist?: boolean;
  /** Only the first page, for a look at the source. */
  readonly firstPageOnly?: boolean;
  /** For tests. */
  readonly clock?: Clock;
}

/**
 * Asks an HTTP source for a day of its stores and loads what it answers, as `load` does. Each store is asked by itself: one
 * that does not answer is noted as failed, which is not empty, and neither delays the others nor keeps them from being loaded.
 *
 * @returns a report of each store, in the order of their codes
 * @throws FluxionError NOT_FOUND for the source, INVALID_INPUT for stores and variables; what `load` throws
 */
export async function loadFromSource(options: SourceLoadOptions): Promise<readonly DeliveryReport[]> {
  const { pool, folder, date, secrets, signal, clock, insist = false, firstPageOnly = false, dryRun = false } = options;
  const { source } = await findSource(pool, options.source);
  const stores = await askedStores(pool, source, options.stores);
  const deliveries = answers({
    ...{ pool, source, stores, date, folder, secrets, insist, firstPageOnly, signal, clock },
    onlyLooks: dryRun,
  });
  const reports = await load({ ...options, deliveries });
  const order = stores.map((store) => describeAnswer({ source, store, date }).name);
  return reports.toSorted((left, right) => order.indexOf(left.name) - order.indexOf(right.name));
}
