import { findPostmaster } from '../cluster/postmaster.ts';
import { takeLease, type Lease } from './lease.ts';
import type { ServerContext } from '../server.ts';
import { shutDown } from '../shut-down.ts';

/** Gives the lease up, and stops the server if nobody else holds one. */
export async function release(server: ServerContext, lease: Lease): Promise<void> {
  let held = lease;
  let last: boolean;
  try {
    last = await held.giveUp();
  } catch {
    // The lease's connection was lost at this very moment: whether the server goes on is for another one to find out.
    const running = await findPostmaster(server.home.dataDirectory);
    if (running === undefined) return;
    const again = await takeLease(running.port, server.password, server.home.dataDirectory);
    if ('refused' in again) return;
    held = again;
    last = await held.giveUp();
  }
  // The connection, and with it the lock that keeps others from beginning, is held until the server is gone.
  if (last) await shutDown(server);
  await held.end();
}
