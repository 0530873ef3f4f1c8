import type { WrittenContext } from './context.ts';
import { loadDays } from './load-days.ts';
import { loadMaster } from './load-master.ts';
import { ensureStore } from '../stores.ts';
import { unitsOf } from './units-of.ts';
import { keepRejects, type Understood } from './reading/index.ts';

/** Loads what was understood of a delivery: the lines that can be, each in its unit. */
export async function loadNew(context: WrittenContext, understood: Understood): Promise<void> {
  const { pool, draft, delivery, ledger } = context;
  if (understood.mapping.feed.unit === 'row') {
    await loadMaster(context, understood);
    return;
  }
  await keepRejects(pool, ledger.id, draft.rejects);
  draft.placeholders += await ensureStore(pool, delivery.description);
  await loadDays(context, understood, await unitsOf(context, understood));
}
