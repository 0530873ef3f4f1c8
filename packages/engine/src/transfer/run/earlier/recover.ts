import type { Pool } from 'pg';
import { unfinishedRuns } from '../../ledger/index.ts';
import { claimTarget, refuseUnfinished, undoRuns } from './claim.ts';

/** Programs that start at the same time may find the same run unfinished: one takes it back, the others wait for it. */
const patienceMs = 30_000;

/**
 * Takes back what a disposable migration that died left in the target: a database with half a migration must not be used.
 *
 * @returns the tables that were emptied or dropped
 * @throws FluxionError DATABASE_UNSUITABLE while another migration runs, or if one broke off that can be gone on with
 */
export async function recoverTarget(pool: Pool): Promise<string[]> {
  if ((await unfinishedRuns(pool)).length === 0) return [];
  const client = await pool.connect();
  try {
    await claimTarget(client, patienceMs);
    const unfinished = await unfinishedRuns(client);
    refuseUnfinished(unfinished.filter(({ disposable }) => !disposable));
    return await undoRuns(client, unfinished);
  } finally {
    // Closed, not returned: the claim is a lock of its session.
    client.release(true);
  }
}
