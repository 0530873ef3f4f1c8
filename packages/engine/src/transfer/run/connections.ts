import type { PoolClient } from 'pg';
import { cancelOnAbort } from '../../postgres/index.ts';
import { connectTarget } from '../connect-target.ts';
import type { Migration } from './migration.ts';

/** Runs `work` with connections of its own to the target. An abort cancels what they are at. */
export async function withConnections<T>(
  { options: { pool, signal } }: Migration,
  count: number,
  work: (clients: readonly PoolClient[]) => Promise<T>,
): Promise<T> {
  const clients: PoolClient[] = [];
  try {
    while (clients.length < count) clients.push(await connectTarget(pool));
    const cancelling = clients.reduce<() => Promise<T>>(
      (inner, client) => () => cancelOnAbort(pool, client, signal, inner),
      () => work(clients),
    );
    return await cancelling();
  } finally {
    // Closed, not returned: settings go with them, and one that broke in a COPY is of no use to the next.
    for (const client of clients) client.release(true);
  }
}
