import type { ServerResponse } from 'node:http';
import type { PreparedStatement, RowStreamer, SqlRunner } from '@fluxion/engine/base';
import { cancelStatement, streamRows } from '@fluxion/engine/postgres';
import type pg from 'pg';
import { Turns } from './turns.ts';

const streaming = new WeakMap<pg.Pool, Turns>();

/** A stream lasts as long as its reader takes: half of the pool's connections stay for those who only ask. */
function turnsOf(pool: pg.Pool): Turns {
  const turns = streaming.get(pool) ?? new Turns(Math.ceil(pool.options.max / 2));
  streaming.set(pool, turns);
  return turns;
}

/** Aborts when the caller has left before the answer was written. (The request's own `close` comes when its body is read.) */
export function abandoned(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** A connection of the pool, unless the signal aborts before there is one: it may have to be waited for. */
async function connection(pool: pg.Pool, signal: AbortSignal): Promise<pg.PoolClient> {
  signal.throwIfAborted();
  const client = await pool.connect();
  if (signal.aborted) client.release();
  signal.throwIfAborted();
  return client;
}

/**
 * Has the server cancel the statement that runs when the signal aborts. A connection whose statement was to be cancelled is
 * closed, so that a late cancellation cannot hit its next user.
 * @returns what gives the connection back
 */
function cancelWith(pool: pg.Pool, client: pg.PoolClient, signal: AbortSignal): () => void {
  const cancel = (): void => void cancelStatement(pool, client);
  signal.addEventListener('abort', cancel, { once: true });
  return () => {
    signal.removeEventListener('abort', cancel);
    client.release(signal.aborted);
  };
}

/** Runs statements on the pool that end when the signal aborts; `caller` is whose turns its streams take. */
export function cancellableRunner(pool: pg.Pool, signal: AbortSignal, caller: string): SqlRunner & RowStreamer {
  return {
    query: async <Row extends object>(sql: string | PreparedStatement, parameters: unknown[] = []) => {
      const client = await connection(pool, signal);
      const release = cancelWith(pool, client, signal);
      try {
        return await client.query<Row & pg.QueryResultRow>(sql, parameters);
      } finally {
        release();
      }
    },
    async *stream(sql, parameters) {
      const endTurn = await turnsOf(pool).take(signal, caller);
      try {
        const client = await connection(pool, signal);
        const release = cancelWith(pool, client, signal);
        try {
          yield* streamRows(client, sql, parameters);
        } finally {
          release();
        }
      } finally {
        endTurn();
      }
    },
  };
}
