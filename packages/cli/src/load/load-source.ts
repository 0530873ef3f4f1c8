import { loadFromSource } from '@fluxion/engine/ingest';
import { secretOf } from '../config.ts';
import type { AskedSource } from './asked-source.ts';
import type { LoadOutcome } from './describe/index.ts';
import { keepReports, type WithDatabase } from './keep-reports.ts';
import type { LoadContext } from './load-files.ts';

/**
 * Asks an HTTP source for a day of its stores, or of --store, and loads what it answers. A store that is not asked for a
 * while, because it has failed too often, is asked all the same: somebody wants it.
 * @param folder an existing one, for temporary files
 * @throws FluxionError NOT_FOUND, INVALID_INPUT, and what is not one store's fault alone
 */
export async function loadSource(
  { options, terminal, signal }: LoadContext,
  asked: AskedSource,
  folder: string,
  withPool: WithDatabase,
): Promise<LoadOutcome> {
  const { store, force, 'dry-run': dryRun, 'max-errors': maxErrors } = options;
  return keepReports({ options, signal, noun: 'answer', leftOut: [] }, (onReport) =>
    withPool(({ pool }) =>
      loadFromSource({
        ...{ pool, folder, maxErrors, force, dryRun, onReport, signal },
        ...asked,
        stores: store === undefined ? undefined : [store],
        progress: terminal.progress,
        secrets: secretOf,
        insist: true,
      }),
    ),
  );
}
