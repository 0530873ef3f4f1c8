import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createServer } from '@fluxion/api';
import { openPool } from '@fluxion/engine/postgres';
import { atMost, farewellMs } from '../at-most.ts';
import { listenError, originOf, type Address } from './address.ts';
import { lateBackground, type BackgroundOptions } from './background.ts';
import { openTelling, type TellingOptions } from './telling.ts';

export interface ServeOptions extends Address, TellingOptions, Pick<BackgroundOptions, 'home' | 'mirror' | 'loads'> {
  /** The database's. The API has connections of its own: what migrates must never be timed out, what it answers must. */
  readonly url: string;
  /** After how many seconds a question to the database is given up. */
  readonly queryTimeout: number;
  readonly signal: AbortSignal;
  /** Brings the database into shape, which until then is answered for with 503. False: there is nothing to serve. */
  readonly prepare: () => Promise<boolean>;
  /** Called once the server answers from the database, with its address as a browser takes it. */
  readonly onReady: (origin: string) => Promise<void> | void;
}

/** From src/serve and from dist/serve alike. */
const dashboardDirectory = fileURLToPath(new URL('../../../dashboard/dist', import.meta.url));
/** As many connections are kept open, and as many more are opened while they are needed. */
const connections = { kept: 5, max: 15 };
/** Whether the server is ready is told in time or not at all. */
const readyTimeoutMs = 2_000;

/**
 * Serves the API and the dashboard until the signal is aborted, then lets the running requests finish.
 * @throws FluxionError PORT_IN_USE or CANNOT_LISTEN, and what `prepare` throws
 */
export async function serve(options: ServeOptions): Promise<void> {
  const { host, port, url, queryTimeout, version, signal, prepare, onReady, secretKeys } = options;
  const { factorKeys } = secretKeys;
  const telling = await openTelling(options);
  const statementTimeoutMs = queryTimeout * 1000;
  const pool = openPool({ url, applicationName: 'fluxion-api', ...connections, statementTimeoutMs });
  const watching = openPool({ url, applicationName: 'fluxion-ready', max: 1, statementTimeoutMs: readyTimeoutMs });
  const background = lateBackground({ ...options, db: pool, log: telling.logger });
  const { queueLoads, ask, mirror, isStarted } = background;
  const services = { pool, factorKeys, watching, version, dashboardDirectory, queueLoads, ask, mirror, isStarted };
  const server = await createServer({ ...services, ...telling });
  try {
    await server.listen({ host, port }).catch((error: unknown) => {
      throw listenError(error, { host, port });
    });
    const listening = server.server.address();
    if (!(await prepare())) return;
    await background.start();
    await onReady(originOf(host, typeof listening === 'object' && listening !== null ? listening.port : port));
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    const served = server.close();
    await Promise.all([served, background.stop(served)]);
    await atMost(farewellMs, Promise.all([pool.end(), watching.end()]));
  }
}
