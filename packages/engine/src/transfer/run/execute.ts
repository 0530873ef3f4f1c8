import { FluxionError } from '../../base/index.ts';
import { runAfter, runBefore, type PlannedObjects } from '../ddl/objects.ts';
import type { MigrateOptions } from '../options.ts';
import type { MigrationPlan } from '../plan/build-plan.ts';
import type { TableReport } from '../report.ts';
import type { Session } from '../session.ts';
import { copyTables } from './copy-tables.ts';
import { beginRun, finishRun, undo } from './ledger.ts';

/** Carries a plan out. What it wrote is taken back if it fails: at once, or, if the server is gone, by the next run. */
export async function execute(
  session: Session,
  options: MigrateOptions,
  plan: MigrationPlan,
  objects: PlannedObjects,
): Promise<TableReport[]> {
  const { client } = session;
  const id = await beginRun(client, options.file, session.source.fingerprint(), objects.written);
  try {
    await runBefore(client, objects);
    const tables = await copyTables(session, options, plan.tables);
    objects.notes.push(...(await runAfter(client, objects)));
    const filled = plan.tables.filter(({ action }) => action === 'fill').map(({ target }) => target.name);
    await options.profile?.afterCopy({ client, tables: filled });
    options.signal?.throwIfAborted();
    await finishRun(client, id);
    return tables;
  } catch (error) {
    // The ledger stays open if this fails too: then the next run finds it.
    await undo(client, id, objects.written).catch(() => {});
    if (!options.signal?.aborted) throw error;
    throw new FluxionError('INTERRUPTED', 'Interrupted. Nothing was kept in the target; run the command again.', {
      cause: error,
    });
  }
}
