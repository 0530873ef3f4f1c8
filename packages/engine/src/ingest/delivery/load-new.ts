import type { WrittenContext } from './context.ts';
import { emptyUnit } from './empty-unit.ts';
import { loadDays } from './load-days.ts';
import { loadMaster } from './load-master.ts';
import { withMoreMemory } from './memory.ts';
import { keepRejects } from './rejects.ts';
import { ensureStore } from '../stores.ts';
import type { Understood } from './understand.ts';
import { batchesOf, planUnits } from '../units/index.ts';

/** Loads what was understood of a delivery: the lines that can be, each in its unit. */
export async function loadNew(context: WrittenContext, understood: Understood): Promise<void> {
  const { pool, duck, draft, delivery, ledger } = context;
  const { feed } = understood.mapping;
  if (feed.unit === 'row') {
    await loadMaster(context, understood);
    return;
  }
  await keepRejects(pool, ledger.id, draft.rejects);
  draft.placeholders += await ensureStore(pool, delivery.description);
  const found = await withMoreMemory(duck, () => planUnits(duck, understood.tables, feed));
  const units = draft.read === 0 ? [await emptyUnit(pool, delivery)] : found;
  await loadDays(context, understood, batchesOf(units));
}
