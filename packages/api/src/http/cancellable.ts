import type { ServerResponse } from 'node:http';
import type { SqlRunner } from '@fluxion/engine/base';
import type pg from 'pg';

/** Aborts when the caller has left before the answer was written. (The request's own `close` comes when its body is read.) */
export function abandoned(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

function backendOf(client: pg.PoolClient): number | undefined {
  return 'processID' in client && typeof client.processID === 'number' ? client.processID : undefined;
}

/**
 * Runs statements on the pool, and has the server cancel the one that runs when the signal aborts. A connection whose
 * statement was to be cancelled is closed, so that a late cancellation cannot hit its next user.
 */
export function cancellableRunner(pool: pg.Pool, signal: AbortSignal): SqlRunner {
  return {
    query: async <Row extends object>(sql: string, parameters: unknown[] = []) => {
      signal.throwIfAborted();
      const client = await pool.connect();
      const cancel = (): void => {
        pool.query('SELECT pg_cancel_backend($1)', [backendOf(client)]).catch(() => {});
      };
      signal.addEventListener('abort', cancel, { once: true });
      try {
        return await client.query<Row & pg.QueryResultRow>(sql, parameters);
      } finally {
        signal.removeEventListener('abort', cancel);
        client.release(signal.aborted);
      }
    },
  };
}
