import { exitCodes, FluxionError } from '../../base/index.ts';
import type { DeliveryContext, WrittenContext } from './context.ts';
import { explainFailure } from './explain-failure.ts';
import { endDelivery, noteFailed } from '../ledger/index.ts';
import { fail } from './report-draft.ts';
import { keepRejects } from './reading/index.ts';

/**
 * What has failed is told by the draft.
 * @throws the signal's reason, and what concerns more than the delivery, explained
 */
export function failOrThrow({ draft, signal }: DeliveryContext, cause: unknown): void {
  const error = explainFailure(cause);
  signal?.throwIfAborted();
  const ofDelivery =
    error instanceof FluxionError && (error.exitCode === exitCodes.unusableInput || error.code.endsWith('_FAILED'));
  if (!ofDelivery) throw error;
  fail(draft, error);
}

/** Notes in the ledger that it failed, and of which unit where that is known. As well as it can: the database may be gone. */
export async function noteFailure({ pool, ledger, delivery, draft }: WrittenContext, error: unknown): Promise<void> {
  fail(draft, explainFailure(error));
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
