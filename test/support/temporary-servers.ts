import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processIsAlive } from '../../packages/engine/src/base/index.ts';
import { findPostmaster, isServerOf } from '../../packages/engine/src/postgres/embedded/cluster/postmaster.ts';

const prefix = 'fluxion-test-';

/** Ends the server on the data directory at once, if one runs. */
export async function endServer(dataDirectory: string): Promise<void> {
  const running = await findPostmaster(dataDirectory);
  if (running === undefined) return;
  process.kill(running.pid, 'SIGQUIT');
  while (await isServerOf(running.pid, dataDirectory)) await new Promise(setImmediate);
}

/** Removes the folder with the servers whose homes are directly in it. */
export async function removeServers(directory: string): Promise<void> {
  const homes = [directory, ...(await readdir(directory)).map((entry) => join(directory, entry))];
  for (const home of homes) await endServer(join(home, 'postgres'));
  await rm(directory, { recursive: true, force: true });
}

/** What test runs have left that were killed before they could clean up. */
async function removeAbandoned(): Promise<void> {
  for (const entry of await readdir(tmpdir())) {
    const owner = entry.startsWith(prefix) ? Number(entry.slice(prefix.length).split('-')[0]) : Number.NaN;
    if (Number.isNaN(owner) || processIsAlive(owner)) continue;
    // Another run may be removing the same.
    await removeServers(await realpath(join(tmpdir(), entry))).catch(() => undefined);
  }
}

/** A folder for servers' homes; it is found again if this process is killed. */
export async function makeServersDirectory(): Promise<string> {
  await removeAbandoned();
  const directory = await realpath(await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`)));
  // As root the servers run as another user, who must be able to enter.
  await chmod(directory, 0o711);
  return directory;
}
