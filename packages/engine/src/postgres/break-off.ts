import { Client, type Pool, type PoolClient } from 'pg';

/**
 * Keeps hold of a pool's connections.
 * @returns breaks them all off, in the middle of whatever they do, and those that are opened later: their statements fail,
 * the server rolls back
 */
export function breakerOf(pool: Pool): () => void {
  const open = new Set<PoolClient>();
  let isBroken = false;
  pool.on('connect', (client) => {
    open.add(client);
    if (isBroken) breakOff(client);
  });
  pool.on('remove', (client) => void open.delete(client));
  return () => {
    isBroken = true;
    for (const client of open) breakOff(client);
  };
}

function breakOff(client: PoolClient): void {
  if (client instanceof Client) client.connection.stream.destroy();
}
