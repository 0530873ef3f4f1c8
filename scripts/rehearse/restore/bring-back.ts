import { join } from 'node:path';
import { ensureSecretFile } from '../../../packages/engine/src/base/index.ts';
import { openHome } from '../../../packages/engine/src/postgres/embedded/home.ts';
import { startOwnServer } from '../lib/own-server.ts';
import { mebibytes, withPool, type Pool } from '../lib/rehearsal.ts';
import { layOutBackup, restoringFrom } from './archive.ts';
import type { Scene } from './scene.ts';

/**
 * Brings the database back in a home of its own, and works on it.
 * @param name of the restore, for its steps and its folder
 * @param moment to which; undefined: as far as the archive goes
 */
export async function withRestored(
  { archive, backup, directory, distribution, settings, steps }: Scene,
  { name, moment }: { readonly name: string; readonly moment?: string },
  work: (pool: Pool, url: string) => Promise<void>,
): Promise<void> {
  const home = await openHome(join(directory, `restored ${name}`));
  await ensureSecretFile(home.passwordFile);
  const placed = () => layOutBackup(backup, home.dataDirectory);
  await steps.time(`restore ${name}: the base backup is put in place`, placed, mebibytes);
  const started = () =>
    startOwnServer({
      home: home.directory,
      distribution,
      settings: { ...settings, ...restoringFrom(archive, moment) },
    });
  const server = await steps.time(`restore ${name}: the log is replayed, the server open`, started);
  try {
    await withPool(server.url, (pool) => work(pool, server.url));
  } finally {
    await server.kill();
  }
}
