import { batchesOf, planUnits, type PlannedUnit } from '../units/index.ts';
import type { WrittenContext } from './context.ts';
import { emptyUnit } from './empty-unit.ts';
import { withMoreMemory, type Understood } from './reading/index.ts';

/**
 * The units of a delivery, as they are written: some in each transaction. One without lines is the unit that it says is empty.
 * @throws FluxionError FEED_UNREADABLE if it has no lines and it is not known which day of which store
 */
export async function unitsOf(
  { pool, duck, draft, delivery }: WrittenContext,
  { tables, mapping }: Understood,
): Promise<readonly (readonly PlannedUnit[])[]> {
  if (draft.read === 0) return [[await emptyUnit(pool, delivery)]];
  const units = await withMoreMemory(duck, () => planUnits(duck, tables, mapping.feed));
  // The same rows as a partial count are not the same as a full one.
  return batchesOf(
    delivery.description.partial ? units.map((unit) => ({ ...unit, digest: `${unit.digest} partial` })) : units,
  );
}
