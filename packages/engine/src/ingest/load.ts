import { silentProgress } from '../base/index.ts';
import { openScratch } from '../duckdb/index.ts';
import { joinParts } from '../sources/index.ts';
import { describeDelivery, forget, loadDelivery, newDraft } from './delivery/index.ts';
import { works } from './gate.ts';
import type { LoadOptions } from './load-options.ts';
import type { DeliveryReport } from './report.ts';

/**
 * Loads deliveries, one after the other. What is wrong with one is in its report and in the ledger, and does not keep the
 * others from being loaded.
 *
 * @returns a report of each, in their order
 * @throws FluxionError where it is not a delivery's fault alone, and the signal's reason; what was loaded before stays
 */
export async function load(options: LoadOptions): Promise<readonly DeliveryReport[]> {
  const { deliveries, folder, onReport, progress = silentProgress, ...rest } = options;
  const scratch = await openScratch({ folder });
  const reports: DeliveryReport[] = [];
  const brought = new Map<string, string>();
  try {
    for await (const delivery of joinParts(deliveries)) {
      options.signal?.throwIfAborted();
      await works.enter();
      const started = Date.now();
      const stage = progress.stage(delivery.name);
      const draft = newDraft(delivery);
      const context = { ...rest, folder, duck: scratch.connection, stage, delivery, draft, brought };
      try {
        await (options.dryRun === true ? describeDelivery(context) : loadDelivery(context));
        await forget(scratch.connection);
      } finally {
        works.leave();
        stage.end(draft.outcome);
      }
      const report = { ...draft, seconds: (Date.now() - started) / 1000 };
      reports.push(report);
      await onReport?.(report);
    }
  } finally {
    await scratch.close();
  }
  return reports;
}
