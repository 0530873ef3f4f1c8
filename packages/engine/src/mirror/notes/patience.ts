import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import { DatabaseError, type ClientBase, type Pool } from 'pg';
import { FluxionError } from '../../base/index.ts';
import { withTransaction } from '../../postgres/index.ts';

/** Who waits for a table's lock makes all wait that come later: hence only for so long, and again after a pause. */
const waitMs = 100;

const lockNotAvailable = '55P03';

function isLockTimeout(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === lockNotAvailable;
}

/** About a minute in all. */
const patience = retry(handleWhen(isLockTimeout), {
  maxAttempts: 30,
  backoff: new ExponentialBackoff({ initialDelay: 50, maxDelay: 3000 }),
});

/**
 * Runs a transaction that locks tables for its moment, again and again until it gets the locks soon enough.
 * @throws FluxionError MIRROR_LOCKED if it never does
 */
export async function patiently<T>(pool: Pool, what: string, work: (client: ClientBase) => Promise<T>): Promise<T> {
  try {
    return await patience.execute(() =>
      withTransaction(pool, async (client) => {
        await client.query(`SET LOCAL lock_timeout = ${waitMs}`);
        return work(client);
      }),
    );
  } catch (error) {
    if (!isLockTimeout(error)) throw error;
    const reason = `${what} is in use by transactions without a pause: end the longest one (pg_stat_activity shows it), or try again later.`;
    throw new FluxionError('MIRROR_LOCKED', reason, { cause: error });
  }
}
