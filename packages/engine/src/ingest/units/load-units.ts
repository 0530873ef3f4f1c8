import type { Pool, PoolClient } from 'pg';
import { storeDayWriters } from '../feeds/index.ts';
import { withLoadSlot } from './load-slot.ts';
import type { UnitReport } from '../report.ts';
import type { BatchContext } from './batch-context.ts';
import { patience } from './patience.ts';
import type { PlannedUnit } from './unit.ts';
import { writeBatch } from './write-batch.ts';

export interface LoadUnitsContext extends Omit<BatchContext, 'client' | 'writer' | 'onPlaceholders'> {
  readonly pool: Pool;
  /** Told of each transaction's units once they are committed, in their order, and of the placeholders that it made. */
  readonly onUnits: (batch: readonly PlannedUnit[], reports: readonly UnitReport[], placeholders: number) => void;
}

/**
 * Writes the units of a delivery, one batch in each transaction.
 * @throws the first refusal that trying again does not mend; what was committed before stays, and was told of
 */
export async function loadUnits(
  context: LoadUnitsContext,
  batches: readonly (readonly PlannedUnit[])[],
): Promise<void> {
  const { pool, feed, signal, onUnits } = context;
  await withLoadSlot(pool, signal, async (client) => {
    await ensureMonths(client, batches);
    for (const batch of batches) {
      signal?.throwIfAborted();
      let made = 0;
      const reports = await patience.execute(() => {
        made = 0;
        const onPlaceholders = (count: number) => {
          made += count;
        };
        return writeBatch({ ...context, client, writer: writerOf(feed), onPlaceholders }, batch);
      }, signal);
      onUnits(batch, reports, made);
    }
  });
}

function writerOf(feed: BatchContext['feed']): BatchContext['writer'] {
  const writer = storeDayWriters[feed];
  if (!writer) throw new TypeError(`${feed} has no units`);
  return writer;
}

/** Before the transactions: other sessions see new partitions only once they are committed. */
async function ensureMonths(client: PoolClient, batches: readonly (readonly PlannedUnit[])[]): Promise<void> {
  const months = [...new Set(batches.map(([unit]) => `${unit?.fecha.slice(0, 7)}-01`))];
  await patience.execute(() =>
    client.query(`SELECT fluxion.ensure_partitions(m, m) FROM unnest($1::date[]) AS m ORDER BY m`, [months]),
  );
}
