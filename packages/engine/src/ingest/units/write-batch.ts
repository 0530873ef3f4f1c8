import { inTransaction } from '../../postgres/index.ts';
import { forgetOtherSales, lockUnits, noteFailed, noteLoaded } from '../ledger/units.ts';
import type { UnitReport } from '../report.ts';
import type { BatchContext } from './batch-context.ts';
import { fateOf, type Fate } from './fate.ts';
import { reportOf, requireSame } from './outcome.ts';
import { placeRows } from './place-rows.ts';
import type { PlannedUnit, Written } from './unit.ts';

/** Nobody waits for ever: not a load for a lock, not the others for a load whose process hangs. */
const limits = `SET LOCAL lock_timeout = '5s'; SET LOCAL statement_timeout = '30min';
  SET LOCAL idle_in_transaction_session_timeout = '5min'; SET LOCAL fluxion.bulk_load = 'on'`;

/**
 * Puts units into PostgreSQL in one transaction: rows, everything derived from them, and their entries in the ledger.
 * @returns what became of each, in the order of the units
 * @throws the server's refusal; FluxionError LOAD_FAILED if the tables do not hold afterwards what the delivery has
 */
export async function writeBatch(context: BatchContext, batch: readonly PlannedUnit[]): Promise<UnitReport[]> {
  const { client, feed, delivery } = context;
  return await inTransaction(client, async () => {
    await client.query(limits);
    const entries = await lockUnits(client, feed, batch);
    const fates = batch.map((unit) => fateOf(unit, entries, context));
    for (const { kept } of fates) {
      if (kept?.outcome === 'fallida') {
        await noteFailed(client, feed, [kept], {
          message: kept.message ?? '',
          name: delivery.name,
          delivery: delivery.id,
        });
      }
    }
    const written = await writeUnits(
      context,
      fates.filter(({ kept }) => kept === undefined),
    );
    return fates.map(({ unit, kept }) => kept ?? reportOf(unit, written));
  });
}

async function writeUnits(context: BatchContext, fates: readonly Fate[]): Promise<readonly Written[]> {
  const { client, duck, feed, writer, tables, delivery } = context;
  if (fates.length === 0) return [];
  const units = fates.map(({ unit }) => unit);
  const rows = await placeRows(duck, tables, fates);
  const written = await writer.write({ ...context, rows, units });
  for (const unit of units) requireSame(unit, written);
  await forgetOtherSales(client, feed, units);
  await noteLoaded(
    client,
    delivery,
    fates.map(({ unit, entry }) => {
      const { outcome, rows: loaded, sums, message } = reportOf(unit, written);
      return { id: entry, outcome, digest: unit.digest, loaded, rejected: unit.rejected, sums, message };
    }),
  );
  return written;
}
