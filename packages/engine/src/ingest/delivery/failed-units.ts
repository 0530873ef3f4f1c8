import type { FeedName } from '../../sources/index.ts';
import { noteFailed } from '../ledger/index.ts';
import type { UnitReport } from '../report.ts';
import type { PlannedUnit } from '../units/index.ts';
import type { WrittenContext } from './context.ts';
import type { Understood } from './reading/index.ts';

/**
 * Notes the units that a failure kept from being loaded. As well as it can: the database may be gone, and the first failure is
 * the one to tell.
 */
export async function noteUnloaded(
  { pool, draft, ledger }: WrittenContext,
  feed: FeedName,
  units: readonly PlannedUnit[],
  message: string,
): Promise<void> {
  const done = new Set(draft.units.map(({ ubicacionId, fecha }) => `${ubicacionId} ${fecha}`));
  const left = units.filter(({ ubicacionId, fecha }) => !done.has(`${ubicacionId} ${fecha}`));
  await noteFailed(pool, feed, left, { message, name: ledger.name, delivery: ledger.id }).catch(() => {});
}

/** Notes the store-days of which no line could be loaded: what is there of them stays. */
export async function noteHopeless(
  { pool, draft, ledger }: WrittenContext,
  { mapping }: Understood,
  units: readonly PlannedUnit[],
): Promise<void> {
  const found = new Set(units.map(({ ubicacionId, fecha }) => `${ubicacionId} ${fecha}`));
  const message = 'None of its lines could be loaded.';
  const hopeless = new Map<string, UnitReport>();
  for (const { ubicacionId, fecha } of draft.rejects) {
    if (ubicacionId === null || fecha === null || found.has(`${ubicacionId} ${fecha}`)) continue;
    hopeless.set(`${ubicacionId} ${fecha}`, { ubicacionId, fecha, outcome: 'fallida', rows: 0, sums: {}, message });
  }
  if (hopeless.size === 0) return;
  draft.units.push(...hopeless.values());
  const failure = { message, name: ledger.name, delivery: ledger.id };
  await noteFailed(pool, mapping.feed.name, [...hopeless.values()], failure);
}
