import { FluxionError } from '../../base/index.ts';
import type { DeliveryContext } from './context.ts';
import { failOrThrow, noteFailure } from './failure.ts';
import { fingerprintOf } from './fingerprint.ts';
import { beginDelivery, endDelivery, isLoaded } from '../ledger/index.ts';
import { loadNew } from './load-new.ts';
import { prepareDelivery } from './prepare-delivery.ts';
import { messageOfUnits, outcomeOf } from './report-draft.ts';

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
    requireNoneLost(written);
  } catch (error) {
    await noteFailure(written, error);
    failOrThrow(written, error);
    return;
  }
  await endDelivery(pool, id, draft);
}

/** Every line that was read is loaded, rejected, repeated or there already. */
function requireNoneLost({ draft, delivery }: DeliveryContext): void {
  const { read, loaded, rejected, repeated, same, outcome } = draft;
  if (outcome === 'fallida' || read === loaded + rejected + repeated + same) return;
  throw new FluxionError(
    'INTERNAL',
    `${delivery.name}: of ${read} lines ${loaded} were loaded, ${rejected} rejected, ${repeated} repeated and ${same} there already, which is not all of them.`,
  );
}
