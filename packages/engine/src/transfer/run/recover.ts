import type { Pool } from 'pg';
import { claimTarget } from './ledger.ts';

/**
 * Takes back what a migration that died left in the target: a database with half a migration must not be used.
 *
 * @returns the tables that were emptied or dropped
 * @throws FluxionError DATABASE_UNSUITABLE while another migration runs
 */
export async function recoverTarget(pool: Pool): Promise<string[]> {
  const client = await pool.connect();
  try {
    return await claimTarget(client);
  } finally {
    // Closed, not returned: the claim is a lock of its session.
    client.release(true);
  }
}
