import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { endOldSessions } from './cluster/old-sessions.ts';
import type { Launched } from './launch.ts';
import type { Pause } from './patience.ts';
import type { LaunchFailure } from './process/failure.ts';
import type { ServerContext } from './server.ts';

const limitMs = 60_000;
const emptyLockAgeMs = 2000;

const notices: Readonly<Record<Exclude<LaunchFailure, 'other'>, string>> = {
  stopped: 'PostgreSQL was stopped from outside; starting it again',
  anotherServer: 'Another PostgreSQL is starting on the same data; waiting for it',
  emptyLockFile: 'Another PostgreSQL is starting on the same data; waiting for it',
  portTaken: 'Another program took the port of PostgreSQL; trying the next',
  oldProcesses: 'Waiting for the last sessions of a PostgreSQL that was killed',
};

/** A disk that was full leaves an empty lock file, and PostgreSQL does not touch it. A starting server fills it at once. */
async function removeOldEmptyLock(dataDirectory: string): Promise<void> {
  const file = join(dataDirectory, 'postmaster.pid');
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || found.size > 0 || Date.now() - found.mtimeMs < emptyLockAgeMs) return;
  await rm(file, { force: true });
}

/**
 * After a server that did not come up: removes what is in its way, or waits a moment for what passes by itself.
 *
 * @throws FluxionError EMBEDDED_SERVER with PostgreSQL's reason, if a person has to do something or it lasts too long
 */
export async function reconsider(server: ServerContext, launched: Launched, pause: Pause): Promise<void> {
  const { why, error } = await launched.explain();
  if (why === 'other') throw error;
  if (why === 'emptyLockFile') await removeOldEmptyLock(server.home.dataDirectory);
  if (why === 'oldProcesses') await endOldSessions(server.home.dataDirectory);
  await pause({ notice: notices[why], limitMs, failure: () => error });
}
