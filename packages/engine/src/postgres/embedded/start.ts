import { FluxionError, messageOf } from '../../base/index.ts';
import { acquire, type Acquired } from './lease/acquire.ts';
import { role } from './cluster/cluster.ts';
import { keepAcquired } from './lease/keep-acquired.ts';
import { prepareServer, type EmbeddedOptions, type ServerContext } from './server.ts';
import { release } from './lease/release.ts';

export interface EmbeddedServer {
  /** The address of the database, the password in it. */
  readonly url: string;
  readonly dataDirectory: string;
  /** As `server_version`: '18.4'. */
  readonly version: string;
  /** Ends this process's use; the server stops if no other process uses it. More calls do no more. */
  stop(): Promise<void>;
}

/** What the file system refuses is for a person to settle; anything else unforeseen is a fault of ours. */
function explainRefusal(home: string, error: unknown): unknown {
  if (error instanceof FluxionError || !(error instanceof Error && 'syscall' in error)) return error;
  const reason = `The folder ${home} cannot be used: ${messageOf(error)}. Choose another with FLUXION_HOME.`;
  return new FluxionError('EMBEDDED_SERVER', reason, { cause: error });
}

async function acquireFirst(options: EmbeddedOptions): Promise<readonly [ServerContext, Acquired]> {
  try {
    const server = await prepareServer(options);
    return [server, await acquire(server)];
  } catch (error) {
    throw explainRefusal(options.home, error);
  }
}

/**
 * Starts the PostgreSQL that ships with Fluxion, or joins the one that another process has started in the same home.
 * It listens on 127.0.0.1 only. It outlives this process if that is killed; the next start then joins it. If it is
 * killed itself while this process lives, it is started again.
 *
 * @throws FluxionError EMBEDDED_SERVER in one sentence, with the last lines of the server's log as its details
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const [server, first] = await acquireFirst(options);
  const kept = keepAcquired(server, first);
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    const acquired = await kept.finish();
    if (acquired !== undefined) await release(server, acquired.lease);
  };
  return {
    // The environment may ask for encryption (PGSSLMODE), which has no use on the loopback.
    url: `postgres://${role}:${server.password}@127.0.0.1:${first.port}/${role}?sslmode=disable`,
    dataDirectory: server.home.dataDirectory,
    version: first.lease.version,
    stop: () => (stopped ??= stop()),
  };
}
