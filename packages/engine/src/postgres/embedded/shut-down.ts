import { FluxionError } from '../../base/index.ts';
import { takeLease, type Lease } from './lease.ts';
import { createPatience } from './patience.ts';
import { findPostmaster, isServerOf, signalShutdown } from './postmaster.ts';
import type { ServerContext } from './server.ts';

const fastLimitMs = 60_000;
const immediateLimitMs = 30_000;

class StillRunning extends Error {}

async function waitUntilGone(server: ServerContext, pid: number, limitMs: number): Promise<void> {
  const pause = createPatience(server.log);
  while (await isServerOf(pid, server.home.dataDirectory)) {
    const failure = (): Error => new StillRunning();
    await pause({ notice: 'Waiting for PostgreSQL to write its last checkpoint', limitMs, failure });
  }
}

async function shutDown(server: ServerContext): Promise<void> {
  const { home, tools } = server;
  const running = await findPostmaster(home.dataDirectory);
  if (running === undefined) return;
  try {
    await signalShutdown(running.pid, 'fast', tools.binaries.pgCtl);
    await waitUntilGone(server, running.pid, fastLimitMs);
  } catch (error) {
    if (!(error instanceof StillRunning)) throw error;
    await signalShutdown(running.pid, 'immediate', tools.binaries.pgCtl);
    await waitUntilGone(server, running.pid, immediateLimitMs).catch(() => {
      throw new FluxionError('EMBEDDED_SERVER', `PostgreSQL (process ${running.pid}) does not stop.`);
    });
  }
}

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
