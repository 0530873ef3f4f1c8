import type pg from 'pg';
import { FluxionError } from '../base/index.ts';

const rolledBack = new WeakSet<object>();

/** Whether the error came out of a transaction of which, for that reason, nothing was kept. */
export function wasRolledBack(error: unknown): boolean {
  return typeof error === 'object' && error !== null && rolledBack.has(error);
}

/**
 * Runs `work` in one transaction on `client` and returns what it returns. Whatever `work` throws is thrown on, after the
 * rollback.
 *
 * @throws FluxionError INTERNAL if `work` swallowed a statement's error, so that PostgreSQL could not commit
 */
export async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  let result: T;
  try {
    result = await work();
  } catch (error) {
    // A connection that cannot roll back is lost, and the server rolls back by itself.
    await client.query('ROLLBACK').catch(() => {});
    if (error instanceof Error) rolledBack.add(error);
    throw error;
  }
  const { command } = await client.query('COMMIT');
  // COMMIT in a failed transaction raises no error: it rolls back and says so in its tag.
  if (command !== 'COMMIT') throw new FluxionError('INTERNAL', 'A statement failed unnoticed; nothing was committed.');
  return result;
}

/** `inTransaction` on a connection of the pool, which is closed rather than returned if the work fails on it. */
export async function withTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failed = true;
  try {
    const result = await inTransaction(client, () => work(client));
    failed = false;
    return result;
  } finally {
    client.release(failed);
  }
}
