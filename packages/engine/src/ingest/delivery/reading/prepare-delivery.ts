import { checkLines } from './check-lines.ts';
import type { DeliveryContext } from '../context.ts';
import { emptyUnit } from '../empty-unit.ts';
import { noteRejects, refuseTooMany, usualMaxErrors } from './rejects.ts';
import { storesFor } from '../../stores.ts';
import { sampleOf } from './sample.ts';
import { understand, type Understood } from './understand.ts';

/**
 * Reads a delivery into DuckDB, and notes in the draft what it holds. Nothing is written to PostgreSQL.
 * @throws FluxionError with what is wrong with the delivery as a whole
 */
export async function prepareDelivery(context: DeliveryContext): Promise<Understood> {
  const { pool, duck, delivery, draft, stage, signal, now } = context;
  const understood = await understand(delivery, {
    duck,
    stores: await storesFor(pool, delivery.description),
    maxErrors: context.maxErrors ?? usualMaxErrors,
    now: now?.() ?? new Date(),
    onRecords: (records) => stage.advance(records),
    signal,
  });
  const { feed } = understood.mapping;
  draft.feed = feed.name;
  draft.read = understood.read;
  draft.repeated = understood.repeated;
  await checkLines(duck, understood);
  draft.sums = { ...draft.sums, read: understood.sums };
  await noteRejects(context, understood);
  draft.understanding = { ...understood.understanding, sample: await sampleOf(duck, understood) };
  refuseTooMany(context);
  // Also of what is only described: it is to be known beforehand that a day without lines is none that is known.
  if (draft.read === 0 && feed.unit === 'store-day') await emptyUnit(pool, delivery);
  return understood;
}
