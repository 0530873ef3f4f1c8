import { ensureCluster } from './cluster/create-cluster.ts';
import { readPidFile } from './cluster/postmaster.ts';
import { serverSettings } from './cluster/settings.ts';
import { choosePort, keepPort } from './home.ts';
import { classifyFailure, explainedError, type LaunchFailure } from './process/failure.ts';
import { linesSince, startOfNextLines } from './process/log.ts';
import { startDetached } from './process/run.ts';
import type { ServerContext } from './server.ts';

/** A server process that we have started; whether it comes up is still to be seen. */
export interface Launched {
  readonly pid: number | undefined;
  hasEnded(): boolean;
  /** Keeps the port for the next start. */
  keepPort(): Promise<void>;
  /** Why it has ended, and the error to throw if nothing can be done about it. */
  explain(): Promise<{ readonly why: LaunchFailure; readonly error: Error }>;
}

/**
 * Starts the server, after making its data directory if there is none. Several may do so at once: PostgreSQL's own lock
 * lets one of the servers live.
 */
export async function launch(server: ServerContext): Promise<Launched> {
  const { home, tools, password, log } = server;
  const durable = server.settings.fsync !== 'off';
  await ensureCluster(home.dataDirectory, tools, { password, durable, log });
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
      // By the time that we look, another process may have joined it and, as its last user, stopped it.
      const stopped = child.exitCode === 0 || child.signalCode === 'SIGKILL';
      return {
        why: stopped ? 'stopped' : classifyFailure(lines),
        error: explainedError('PostgreSQL did not start', lines, home.logFile),
      };
    },
  };
}
