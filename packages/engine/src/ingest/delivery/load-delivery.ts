import type { DeliveryContext } from './context.ts';
import { failOrThrow, noteFailure } from './failure.ts';
import { fingerprintOf } from './fingerprint.ts';
import { beginDelivery, endDelivery, isLoaded } from '../ledger/index.ts';
import { loadNew } from './load-new.ts';
import { messageOfUnits, outcomeOf, requireNoneLost } from './report-draft.ts';
import { prepareDelivery } from './reading/index.ts';

/** Says in the draft how a delivery is understood, and what of it would be loaded. */
export async function describeDelivery(context: DeliveryContext): Promise<void> {
  const { draft } = context;
  try {
    await prepareDelivery(context);
    draft.outcome = draft.rejected > 0 ? 'con_rechazos' : draft.read === 0 ? 'vacia' : 'cargada';
  } catch (error) {
    failOrThrow(context, error);
  }
}

/**
 * Loads a delivery, and notes in the draft and in the ledger what became of it.
 * @throws the signal's reason, and what is not the delivery's fault alone
 */
export async function loadDelivery(context: DeliveryContext): Promise<void> {
  const { pool, delivery, draft } = context;
  const fingerprint = fingerprintOf(delivery);
  const known = context.force !== true && (await isLoaded(pool, fingerprint));
  const id = await beginDelivery(pool, delivery, fingerprint);
  if (known) {
    draft.outcome = 'igual';
    draft.message = 'The same delivery is loaded already; --force loads it again.';
    await endDelivery(pool, id, draft);
    return;
  }
  const written = { ...context, ledger: { id, name: delivery.name, fingerprint } };
  try {
    const understood = await prepareDelivery(written);
    await loadNew(written, understood);
    draft.outcome = outcomeOf(draft);
    draft.message = messageOfUnits(draft.units);
    // Nothing has gone wrong, but each of its days was refused.
    if (draft.outcome === 'fallida') draft.error = 'FEED_REFUSED';
    requireNoneLost(draft, understood.repeatedSums);
    await endDelivery(pool, id, draft);
  } catch (error) {
    await noteFailure(written, error);
    failOrThrow(written, error);
  }
}
