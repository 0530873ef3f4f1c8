import type pg from 'pg';
import { FluxionError } from '../base/index.ts';

async function rollBack(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('ROLLBACK');
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs `work` in one transaction on one connection and gives back what it gives. Whatever `work` throws is thrown on,
 * after the rollback; a connection that cannot roll back is closed rather than returned to the pool.
 *
 * @throws FluxionError INTERNAL if `work` swallowed a statement's error, so that PostgreSQL could not commit
 */
export async function withTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let reusable = false;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    const { command } = await client.query('COMMIT');
    reusable = true;
    // COMMIT in a failed transaction raises no error: it rolls back and says so in its tag.
    if (command !== 'COMMIT')
      throw new FluxionError('INTERNAL', 'A statement failed unnoticed; nothing was committed.');
    return result;
  } catch (error) {
    reusable ||= await rollBack(client);
    throw error;
  } finally {
    client.release(!reusable);
  }
}
