import { FluxionError } from '../../base/index.ts';
import type { DeliveryContext, WrittenContext } from './context.ts';
import { emptyUnit } from './empty-unit.ts';
import { loadDays, noteHopeless } from './load-days.ts';
import { keepRejects, type Reject } from './rejects.ts';
import { ensureStore } from '../stores.ts';
import type { Understood } from './understand.ts';
import { batchesOf, planUnits } from '../units/plan-units.ts';

/** Rejected lines that a delivery may have unless told otherwise. */
export const usualMaxErrors = 1000;

/**
 * Refuses a delivery of which too much is unreadable: it is most likely not what it was taken for, and a day would be
 * replaced by the rest of it.
 * @throws FluxionError FEED_REFUSED
 */
export function refuseTooMany({ draft, maxErrors }: DeliveryContext): void {
  const { rejected, read, rejects } = draft;
  const most = maxErrors ?? usualMaxErrors;
  const half = maxErrors === undefined && rejected * 2 > read;
  if (rejected <= most && !half) return;
  const [first] = rejects;
  const where = first ? `line ${first.line}${first.field === undefined ? '' : `, ${first.field}`} ${first.reason}` : '';
  throw new FluxionError(
    'FEED_REFUSED',
    `${rejected} of ${read} lines cannot be loaded (the first: ${where}); nothing was loaded. Mend the file or how it is described, or allow as many with --max-errors ${rejected}.`,
  );
}

/** Loads what was understood of a delivery: the lines that can be, each in its unit. */
export async function loadNew(
  context: WrittenContext,
  understood: Understood,
  rejects: readonly Reject[],
): Promise<void> {
  const { pool, duck, draft, delivery, ledger } = context;
  const { feed } = understood.mapping;
  await keepRejects(pool, ledger.id, rejects);
  draft.placeholders += await ensureStore(pool, delivery.description);
  const found = await planUnits(duck, understood.tables, feed);
  const units = draft.read === 0 ? [await emptyUnit(pool, delivery)] : found;
  await noteHopeless(context, understood, units, rejects);
  await loadDays(context, understood, batchesOf(units));
}
