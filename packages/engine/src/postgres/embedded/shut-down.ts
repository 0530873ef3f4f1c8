import { FluxionError } from '../../base/index.ts';
import { createPatience } from './patience.ts';
import { findPostmaster, isServerOf, signalShutdown } from './cluster/postmaster.ts';
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

/**
 * Stops the server that runs on the home, if one does, and waits until it is gone: in order if it does so within a
 * minute, else at once, which costs the next start a recovery and loses nothing.
 *
 * @throws FluxionError EMBEDDED_SERVER if it does neither
 */
export async function shutDown(server: ServerContext): Promise<void> {
  const running = await findPostmaster(server.home.dataDirectory);
  if (running === undefined) return;
  try {
    signalShutdown(running.pid, 'fast');
    await waitUntilGone(server, running.pid, fastLimitMs);
  } catch (error) {
    if (!(error instanceof StillRunning)) throw error;
    signalShutdown(running.pid, 'immediate');
    await waitUntilGone(server, running.pid, immediateLimitMs).catch(() => {
      throw new FluxionError('EMBEDDED_SERVER', `PostgreSQL (process ${running.pid}) does not stop.`);
    });
  }
}
