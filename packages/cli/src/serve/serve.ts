import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createServer } from '@fluxion/api';
import { openPool } from '@fluxion/engine/postgres';
import { openLog, type LogLevel } from './log.ts';
import { atMost, farewellMs } from '../at-most.ts';
import { listenError, originOf, type Address } from './address.ts';
import { startBackground, type BackgroundOptions } from './background.ts';

export interface ServeOptions extends Address, Pick<BackgroundOptions, 'home' | 'mirror'> {
  /** The database's. The API has connections of its own: what migrates must never be timed out, what it answers must. */
  readonly url: string;
  /** After how many seconds a question to the database is given up. */
  readonly queryTimeout: number;
  readonly version: string;
  readonly logLevel: LogLevel;
  readonly signal: AbortSignal;
  /** Called once the server answers, with its address as a browser takes it. */
  readonly onReady: (origin: string) => Promise<void> | void;
}

/** From src/serve and from dist/serve alike. */
const dashboardDirectory = fileURLToPath(new URL('../../../dashboard/dist', import.meta.url));

/**
 * Serves the API and the dashboard until the signal is aborted, then lets the running requests finish.
 * @throws FluxionError PORT_IN_USE or CANNOT_LISTEN
 */
export async function serve(options: ServeOptions): Promise<void> {
  const { host, port, url, queryTimeout, version, logLevel, signal, onReady } = options;
  const logger = await openLog(logLevel);
  const pool = openPool({ url, applicationName: 'fluxion-api', statementTimeoutMs: queryTimeout * 1000 });
  const background = await startBackground({ ...options, db: pool, log: logger });
  const { queueLoads, ask, mirror } = background;
  const server = await createServer({ pool, version, dashboardDirectory, logger, queueLoads, ask, mirror });
  try {
    await server.listen({ host, port }).catch((error: unknown) => {
      throw listenError(error, { host, port });
    });
    const listening = server.server.address();
    await onReady(originOf(host, typeof listening === 'object' && listening !== null ? listening.port : port));
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    const served = server.close();
    await Promise.all([served, background.stop(served)]);
    await atMost(farewellMs, pool.end());
  }
}
