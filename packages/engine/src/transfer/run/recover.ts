import type { Pool } from 'pg';
import { claimTarget, undoUnfinished } from './claim.ts';
import { unfinishedRuns } from './ledger.ts';

/** Programs that start at the same time may find the same run unfinished: one takes it back, the others wait for it. */
const patienceMs = 30_000;

/**
 * Takes back what a migration that died left in the target: a database with half a migration must not be used.
 *
 * @returns the tables that were emptied or dropped
 * @throws FluxionError DATABASE_UNSUITABLE while another migration runs
 */
export async function recoverTarget(pool: Pool): Promise<string[]> {
  if ((await unfinishedRuns(pool)).length === 0) return [];
  const client = await pool.connect();
  try {
    await claimTarget(client, patienceMs);
    return await undoUnfinished(client);
  } finally {
    // Closed, not returned: the claim is a lock of its session.
    client.release(true);
  }
}
