import { classifyFailure, launchError } from './failure.ts';
import { choosePort, keepPort } from './home.ts';
import { linesSince, startOfNextLines } from './log.ts';
import { readPidFile } from './postmaster.ts';
import { startDetached } from './processes.ts';
import type { ServerContext } from './server.ts';
import { serverSettings } from './settings.ts';
import { clusterExists, createCluster, giveToOwner } from './cluster.ts';

/** A server process that we have started; whether it comes up is still to be seen. */
export interface Launched {
  readonly pid: number | undefined;
  hasEnded(): boolean;
  /** Keeps the port for the next start. */
  keepPort(): Promise<void>;
  /** Why it has ended, and the error to throw if nothing can be done about it. */
  explain(): Promise<{ readonly why: ReturnType<typeof classifyFailure>; readonly error: Error }>;
}

async function ensureCluster(server: ServerContext): Promise<void> {
  const { home, tools, password, settings, log } = server;
  if (await clusterExists(home.dataDirectory, tools.binaries.majorVersion)) {
    await giveToOwner(home.dataDirectory, tools.launcher);
    return;
  }
  log(`Making a new PostgreSQL ${tools.binaries.majorVersion} database in ${home.dataDirectory}`);
  await createCluster(home.dataDirectory, tools, { password, durable: settings.fsync !== 'off' });
}

/**
 * Starts the server, after making its data directory if there is none. Several may do so at once: PostgreSQL's own lock
 * lets one of the servers live.
 */
export async function launch(server: ServerContext): Promise<Launched> {
  const { home, tools } = server;
  await ensureCluster(server);
  const port = await choosePort(home);
  const start = await startOfNextLines(home.logFile);
  const settings = Object.entries({ ...serverSettings(port), ...server.settings });
  const args = ['-D', home.dataDirectory, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const stale = await readPidFile(home.dataDirectory);
  const child = await startDetached(
    tools.launcher.command(tools.binaries.postgres, args),
    home.logFile,
    // No server of ours lives when this is called. If another program got the id of one that was killed, PostgreSQL
    // would take that for it and refuse to start; this is the way to tell it which process it is not (pg_ctl uses it
    // for its shell). The check of the shared memory, which finds a server that does live, stays.
    stale === undefined ? {} : { PG_GRANDPARENT_PID: String(stale.pid) },
  );
  return {
    pid: child.pid,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    keepPort: () => keepPort(home, port),
    explain: async () => {
      const lines = await linesSince(home.logFile, start);
      return { why: classifyFailure(lines), error: launchError(lines, home.logFile) };
    },
  };
}
