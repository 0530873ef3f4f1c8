import type { Delivery } from '../../records/delivery.ts';
import { systemClock } from '../clock.ts';
import { SourceFailure } from '../failure.ts';
import type { AskOptions } from './ask-options.ts';
import { askPages } from './ask-pages.ts';
import { askedOf, subject } from './asked-of.ts';
import { HiddenSecrets } from './hidden-secrets.ts';
import { deliveryOf } from '../delivery/delivery-of.ts';

/**
 * Asks a source for a store's day, page by page, and keeps the rows of all pages in one file: those of JSON as NDJSON. Nothing
 * is held in memory. What comes back says that there were no rows only if the source said so.
 * @throws SourceFailure, in one sentence without secrets; FluxionError INVALID_INPUT for a variable that is not set; the
 * signal's reason
 */
export async function askSource(options: AskOptions): Promise<Delivery> {
  const { clock = systemClock, signal = new AbortController().signal } = options;
  const hidden = new HiddenSecrets(options.secrets);
  const tooLate = new AbortController();
  const { totalMs } = options.source.limits;
  const cancel = clock.after(totalMs, () =>
    tooLate.abort(new SourceFailure(`has not ended its answer after ${totalMs / 1000} s`)),
  );
  try {
    const pages = await askPages({
      ...options,
      asked: askedOf(options),
      secrets: (name) => hidden.lookUp(name),
      clock,
      signal: AbortSignal.any([signal, tooLate.signal]),
    });
    return await deliveryOf(options, pages);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof SourceFailure)) throw error;
    throw new SourceFailure(hidden.hide(`${subject(options)} ${error.message}`), { cause: error });
  } finally {
    cancel();
  }
}
