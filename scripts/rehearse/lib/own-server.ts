import { setTimeout as pause } from 'node:timers/promises';
import { isServerOf } from '../../../packages/engine/src/postgres/embedded/cluster/postmaster.ts';
import { serverSettings } from '../../../packages/engine/src/postgres/embedded/cluster/settings.ts';
import { choosePort } from '../../../packages/engine/src/postgres/embedded/home.ts';
import { prepareServer } from '../../../packages/engine/src/postgres/embedded/server.ts';
import { startDetached } from '../../../packages/engine/src/postgres/embedded/process/run.ts';
import { addressesAt, ensureOwnCluster, makeOwnDatabase } from './own-cluster.ts';
import { withPool } from './rehearsal.ts';

/** Between two looks whether the server answers: recovery takes as long as it takes. */
const lookEveryMs = 50;

export interface OwnServerOptions {
  /** A folder of the server's own; if there is a cluster in it, that one is started. */
  readonly home: string;
  /** The npm package that brings the programs. */
  readonly distribution: string;
  /** PostgreSQL settings over those that Fluxion ships. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * A PostgreSQL that a rehearsal may do everything to, as its superuser: the one that Fluxion starts has none that could
 * sign in, heals when it is killed, and stops with its last user.
 */
export interface OwnServer {
  readonly dataDirectory: string;
  /** As the role that Fluxion works as, which owns the database and is no superuser. */
  readonly url: string;
  /** As the superuser. */
  readonly adminUrl: string;
  /** Ends the server and all of its sessions at once, as a power cut does. */
  kill(): Promise<void>;
}

/** Makes the cluster if there is none, starts the server, and waits until it answers. @throws if it ends before */
export async function startOwnServer(options: OwnServerOptions): Promise<OwnServer> {
  const server = await prepareServer(options);
  const { home, tools } = server;
  const isNew = await ensureOwnCluster(server);
  const port = await choosePort(home);
  const settings = Object.entries({ ...serverSettings(port), ...options.settings });
  const args = ['-D', home.dataDirectory, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const child = await startDetached(tools.launcher.command(tools.binaries.postgres, args), home.logFile, {});
  const addresses = addressesAt(port);
  while (!(await answers(addresses.adminUrl))) {
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    if (hasEnded) throw new Error(`PostgreSQL ended before it answered; ${home.logFile} says why.`);
    await pause(lookEveryMs);
  }
  if (isNew) await makeOwnDatabase(addresses.adminUrl);
  return {
    ...addresses,
    dataDirectory: home.dataDirectory,
    async kill() {
      const pid = child.pid ?? 0;
      const isAlive = () => isServerOf(pid, home.dataDirectory);
      // Its sessions are of its process group, which is its own.
      if (await isAlive()) process.kill(-pid, 'SIGKILL');
      while (await isAlive()) await pause(lookEveryMs);
    },
  };
}

function answers(adminUrl: string): Promise<boolean> {
  return withPool(adminUrl, (pool) => pool.query('SELECT 1')).then(
    () => true,
    () => false,
  );
}
