import { Client, type Pool, type PoolClient } from 'pg';

/**
 * Keeps hold of a pool's connections.
 * @returns breaks them all off, in the middle of whatever they do: their statements fail, the server rolls back
 */
export function breakerOf(pool: Pool): () => void {
  const open = new Set<PoolClient>();
  pool.on('connect', (client) => void open.add(client));
  pool.on('remove', (client) => void open.delete(client));
  return () => {
    for (const client of open) if (client instanceof Client) client.connection.stream.destroy();
  };
}
