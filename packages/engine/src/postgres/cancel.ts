import type pg from 'pg';
import { LivePool } from './live-pool.ts';

function backendOf(client: pg.ClientBase): number | undefined {
  return 'processID' in client && typeof client.processID === 'number' ? client.processID : undefined;
}

/** No longer than this: what is not cancelled by then ends by its statement timeout. */
const patienceMs = 5_000;

/**
 * Has the server cancel the statement that runs on a connection of the pool. It asks on a connection of its own: those of
 * the pool may all be busy, and with what is to be cancelled. Best effort: it never throws, and a connection that runs
 * nothing by then is left as it is.
 */
export async function cancelStatement(pool: pg.Pool, client: pg.ClientBase): Promise<void> {
  const backend = backendOf(client);
  if (backend === undefined) return;
  const messenger = LivePool.beside(pool, { connectionTimeoutMillis: patienceMs, query_timeout: patienceMs });
  messenger.on('error', () => {});
  try {
    await messenger.connect();
    await messenger.query('SELECT pg_cancel_backend($1)', [backend]);
  } catch {
    // The server is away or full: nothing is left to be done.
  } finally {
    await messenger.end().catch(() => {});
  }
}
