import type { Stats } from 'node:fs';
import { chown, lchown, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FluxionError } from '../../../base/index.ts';
import type { Launcher } from '../process/run-as.ts';

/** The one role that may sign in, and its database. */
export const role = 'fluxion';

const elsewhere = 'Move it away, or choose another folder with FLUXION_HOME.';

function refuse(reason: string): FluxionError {
  return new FluxionError('EMBEDDED_SERVER', reason);
}

function refuseOthersDirectory(dataDirectory: string, found: Stats): void {
  const us = process.getuid?.();
  if (!found.isDirectory()) throw refuse(`${dataDirectory} is not a folder. ${elsewhere}`);
  if (us === undefined || us === 0 || found.uid === us) return;
  const advice = 'Run Fluxion as that user, or choose another folder with FLUXION_HOME.';
  throw refuse(`${dataDirectory} belongs to the user with id ${found.uid}, not to you. ${advice}`);
}

/**
 * Whether there is a cluster that the programs can run: false if there is nothing yet.
 *
 * @throws FluxionError EMBEDDED_SERVER if there is something else, another version's or another user's
 */
export async function clusterExists(dataDirectory: string, majorVersion: number): Promise<boolean> {
  const found = await stat(dataDirectory).catch(() => undefined);
  if (found === undefined) return false;
  refuseOthersDirectory(dataDirectory, found);
  const entries = await readdir(dataDirectory);
  if (entries.length === 0) return false;
  if (!entries.includes('PG_VERSION'))
    throw refuse(`${dataDirectory} is not a PostgreSQL data directory. ${elsewhere}`);
  const made = (await readFile(join(dataDirectory, 'PG_VERSION'), 'utf8')).trim();
  if (made === String(majorVersion)) return true;
  const difference = `${dataDirectory} was made by PostgreSQL ${made}, and this Fluxion has ${majorVersion}`;
  throw refuse(`${difference}: use the Fluxion that made it. Or start anew: ${elsewhere.toLowerCase()}`);
}

/** A data directory that was copied by root belongs to root, whom PostgreSQL refuses. */
export async function giveToOwner(dataDirectory: string, { owner }: Launcher): Promise<void> {
  if (owner === undefined || (await stat(dataDirectory)).uid !== 0) return;
  for (const entry of await readdir(dataDirectory, { recursive: true })) {
    await lchown(join(dataDirectory, entry), owner.uid, owner.gid);
  }
  await chown(dataDirectory, owner.uid, owner.gid);
}

/** Whether an embedded server was ever made in the home: a look, which makes nothing. */
export async function embeddedExists(home: string): Promise<boolean> {
  return (await stat(join(home, 'postgres', 'PG_VERSION')).catch(() => undefined)) !== undefined;
}
