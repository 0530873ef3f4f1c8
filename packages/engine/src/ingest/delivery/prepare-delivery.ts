import type { DuckDBConnection } from '@duckdb/node-api';
import { withMoreMemory } from './memory.ts';
import type { DeliveryContext } from './context.ts';
import { emptyUnit } from './empty-unit.ts';
import { storeDayWriters } from '../feeds/index.ts';
import { noteRejects, refuseTooMany, usualMaxErrors } from './rejects.ts';
import { storesFor } from '../stores.ts';
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
  await withMoreMemory(duck, () => checked(duck, understood));
  draft.sums = { ...draft.sums, read: understood.sums };
  await noteRejects(context, understood);
  draft.understanding = { ...understood.understanding, sample: await sampleOf(duck, understood) };
  refuseTooMany(context);
  // Also of what is only described: it is to be known beforehand that a day without lines is none that is known.
  if (draft.read === 0 && feed.unit === 'store-day') await emptyUnit(pool, delivery);
  return understood;
}

/** All or nothing, so that it can be done again: lines are moved from one table to another. */
async function checked(duck: DuckDBConnection, { mapping, tables }: Understood): Promise<void> {
  const check = storeDayWriters[mapping.feed.name]?.check;
  if (!check) return;
  await duck.run('BEGIN');
  try {
    await check(duck, tables);
    await duck.run('COMMIT');
  } catch (error) {
    await duck.run('ROLLBACK').catch(() => {});
    throw error;
  }
}
