import type { DeliveryContext } from './context.ts';
import { storeDayWriters } from '../feeds/index.ts';
import { rejectedSums, rejectsOf, type Reject } from './rejects.ts';
import { storesFor } from '../stores.ts';
import { sampleOf, understand, type Understood } from './understand.ts';

/** A delivery that was understood, with the lines that cannot be loaded. */
export interface Prepared {
  readonly understood: Understood;
  readonly rejects: readonly Reject[];
}

/**
 * Reads a delivery into DuckDB, and notes in the draft what it holds. Nothing is written to PostgreSQL.
 * @throws FluxionError with what is wrong with the delivery as a whole
 */
export async function prepareDelivery(context: DeliveryContext, mostUnreadable: number): Promise<Prepared> {
  const { pool, duck, delivery, draft, stage, signal, now } = context;
  const understood = await understand(delivery, {
    duck,
    stores: await storesFor(pool, delivery.description),
    maxErrors: mostUnreadable,
    now: now?.() ?? new Date(),
    onRecords: (records) => stage.advance(records),
    signal,
  });
  const { feed } = understood.mapping;
  draft.feed = feed.name;
  draft.read = understood.read;
  draft.repeated = understood.repeated;
  await storeDayWriters[feed.name]?.check?.(duck, understood.tables);
  const rejects = await rejectsOf(duck, understood);
  draft.rejects = rejects;
  draft.rejected = rejects.length;
  draft.sums = { read: understood.sums, loaded: {}, rejected: await rejectedSums(duck, understood) };
  draft.understanding = { ...understood.understanding, sample: await sampleOf(duck, understood) };
  return { understood, rejects };
}
