import { setTimeout as pause } from 'node:timers/promises';
import { checkServer, serverFailure, type ServerVersion } from '@fluxion/engine/postgres';
import type { Database } from './with-database.ts';

const lookAgainMs = 1_000;

interface AwaitServer {
  readonly pool: Database['pool'];
  readonly signal: AbortSignal;
  /** Hears why there is something to wait for, whenever that has changed. */
  readonly onWait: (reason: string) => void;
}

/**
 * Waits until the server answers: a container's may come up later than this program.
 * @throws FluxionError what waiting does not mend: a password that is wrong, a server that is too old; the signal's reason
 */
export async function awaitServer({ pool, signal, onWait }: AwaitServer): Promise<ServerVersion> {
  for (let told = ''; ;) {
    try {
      return await checkServer(pool);
    } catch (error) {
      if (!(error instanceof Error) || serverFailure(error.cause) === undefined) throw error;
      if (error.message !== told) onWait(error.message);
      told = error.message;
    }
    await pause(lookAgainMs, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}
