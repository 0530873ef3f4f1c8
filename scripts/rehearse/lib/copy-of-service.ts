import { mirroredTables } from '@fluxion/engine/chain';
import { rollups } from '@fluxion/engine/metrics';
import { declareTables, installNotes, openMirror, type CheckReport } from '@fluxion/engine/mirror';
import { withPool } from './rehearsal.ts';

/** Beyond what any rehearsal takes: a copy that is not whole by then never will be. */
const patienceMs = 1_800_000;
const log = { info: () => {}, warn: () => {} };

/** Has the database note its changes, as `fluxion up` does. */
export function noteChanges(url: string): Promise<void> {
  return withPool(url, async (pool) => {
    await installNotes(pool);
    await declareTables(pool, mirroredTables);
  });
}

/**
 * Opens a service's columnar copy, in its folder, brings it up to the database, compares the two, and closes it: what a
 * service does that is started again on a database which was restored behind it.
 */
export async function followWithCopy(url: string, folder: string): Promise<CheckReport> {
  const mirror = openMirror({ url, folder, name: 'rehearsal', rollups, log });
  try {
    await mirror.whenReady(AbortSignal.timeout(patienceMs));
    await mirror.sync();
    return await mirror.check();
  } finally {
    await mirror.close();
  }
}
