import { FluxionError } from '../../base/index.ts';
import { targetName } from '../plan/table-plan.ts';
import type { TableReport } from '../report.ts';
import { cancelOnAbort } from './cancel-on-abort.ts';
import { beginRun } from './ledger.ts';
import type { Migration } from './migration.ts';
import { undo } from './undo.ts';
import { write } from './write.ts';

/** Carries a plan out. What it wrote is taken back if it fails: at once, or, if the server is gone, by the next run. */
export async function execute(migration: Migration): Promise<TableReport[]> {
  const { session, options, plan } = migration;
  const { client, source } = session;
  const filled = plan.tables.filter(({ action }) => action === 'fill').map(targetName);
  const run = await beginRun(client, { source: options.file, fingerprint: source.fingerprint(), filled });
  try {
    return await cancelOnAbort(options.pool, client, options.signal, () => write(migration, run));
  } catch (error) {
    // The ledger stays open if this fails too: then the next run finds it.
    await undo(client, run).catch(() => {});
    if (!options.signal?.aborted) throw error;
    throw new FluxionError('INTERRUPTED', 'Interrupted. Nothing was kept in the target; run the command again.', {
      cause: error,
    });
  }
}
