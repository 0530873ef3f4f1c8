import type { Pool, PoolClient } from 'pg';
import { FluxionError, messageOf } from '../base/index.ts';

/** A connection of the pool that outlives the loss of its server. @throws FluxionError DATABASE_UNREACHABLE */
export async function connectTarget(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect().catch((error: unknown) => {
    if (error instanceof FluxionError) throw error;
    throw new FluxionError('DATABASE_UNREACHABLE', `PostgreSQL does not answer: ${messageOf(error)}`, { cause: error });
  });
  // A lost connection fails the query under way; its error event says nothing more.
  client.on('error', () => {});
  return client;
}
