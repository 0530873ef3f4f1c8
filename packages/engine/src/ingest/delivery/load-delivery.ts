import { exitCodes, FluxionError } from '../../base/index.ts';
import type { DeliveryContext, WrittenContext } from './context.ts';
import { emptyUnit } from './empty-unit.ts';
import { explainFailure } from './explain-failure.ts';
import { fingerprintOf } from './fingerprint.ts';
import { beginDelivery, endDelivery, isLoaded, noteFailed } from '../ledger/index.ts';
import { loadNew } from './load-new.ts';
import { prepareDelivery } from './prepare-delivery.ts';
import { keepRejects } from './rejects.ts';
import { fail, messageOfUnits, outcomeOf } from './report-draft.ts';

/** Says in the draft how a delivery is understood, and what of it would be loaded. */
export async function describeDelivery(context: DeliveryContext): Promise<void> {
  const { draft } = context;
  try {
    const { mapping } = await prepareDelivery(context);
    if (draft.read === 0 && mapping.feed.unit !== 'row') await emptyUnit(context.pool, context.delivery);
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
    await noteFailure(written, explainFailure(error));
    failOrThrow(written, explainFailure(error));
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

/** What failed is told by the draft; what concerns everything is thrown. */
function failOrThrow({ draft, signal }: DeliveryContext, error: unknown): void {
  signal?.throwIfAborted();
  const ofDelivery =
    error instanceof FluxionError && (error.exitCode === exitCodes.unusableInput || error.code.endsWith('_FAILED'));
  if (!ofDelivery) throw error;
  fail(draft, error);
}

/** Notes in the ledger that it failed, and of which unit where that is known. As well as it can: the database may be gone. */
async function noteFailure({ pool, ledger, delivery, draft }: WrittenContext, error: unknown): Promise<void> {
  fail(draft, error);
  const message = draft.message ?? '';
  const { store, date } = delivery.description;
  try {
    await endDelivery(pool, ledger.id, draft);
    // As many as were noted before it was refused for having too many; what is refused later has kept them already.
    if (draft.error === 'FEED_REFUSED') await keepRejects(pool, ledger.id, draft.rejects);
    if (draft.feed === null || store === undefined || date === undefined) return;
    const { rows } = await pool.query<{ id: string }>(
      'SELECT id FROM public.ubicaciones WHERE $1 IN (id, codigo) ORDER BY id = $1 DESC',
      [store],
    );
    const unit = { ubicacionId: rows[0]?.id ?? null, fecha: date };
    if (unit.ubicacionId !== null && draft.units.every(({ fecha }) => fecha !== date)) {
      await noteFailed(pool, draft.feed, [unit], { message, name: delivery.name, delivery: ledger.id });
    }
  } catch {
    // The first failure is the one to tell.
  }
}
