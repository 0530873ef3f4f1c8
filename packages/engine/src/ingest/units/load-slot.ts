import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';

/** How many loads write at the same time to one database, whoever started them: the others wait without a connection. */
const slots = 4;

/** Of Fluxion's advisory locks, those of loads. */
const lockClass = 0x46_4c_58;

/** A process that hangs, or whose network is gone, must not keep its slot. */
const watch = `SET idle_session_timeout = '5min'; SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10;
  SET tcp_keepalives_count = 3`;
const unwatch = 'RESET idle_session_timeout';

/** Waits grow up to this, in milliseconds. */
const longestWait = 2000;

/**
 * Runs `work` on a connection while fewer than the most loads write. Stuck loads so never take the connections of everybody
 * else: a waiting one has none.
 * @throws what `work` throws; the signal's reason while waiting
 */
export async function withLoadSlot<T>(
  pool: Pool,
  signal: AbortSignal | undefined,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  for (let wait = 100; ; wait = Math.min(wait * 2, longestWait)) {
    signal?.throwIfAborted();
    const client = await pool.connect();
    let broken = true;
    try {
      const slot = await takeSlot(client);
      if (slot !== undefined) {
        await client.query(watch);
        const result = await work(client);
        await client.query(unwatch);
        await client.query('SELECT pg_advisory_unlock($1, $2)', [lockClass, slot]);
        broken = false;
        return result;
      }
      broken = false;
    } finally {
      // With the connection goes the slot, whatever state the work has left it in.
      client.release(broken);
    }
    // Spread, so that those who wait do not all come at once.
    await sleep(wait * (0.5 + Math.random()), undefined, signal ? { signal } : {});
  }
}

async function takeSlot(client: PoolClient): Promise<number | undefined> {
  for (let slot = 1; slot <= slots; slot++) {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS taken', [
      lockClass,
      slot,
    ]);
    if (rows[0]?.taken === true) return slot;
  }
  return undefined;
}
