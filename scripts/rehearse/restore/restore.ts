import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { mebibytes, type Rehearsal } from '../lib/rehearsal.ts';
import { withRestored } from './bring-back.ts';
import { liveUntilDisaster } from './disaster.ts';
import { proveLatest, proveMoment } from './prove.ts';
import { setScene } from './scene.ts';

/**
 * A database that is damaged by a mistake and then lost with its server, and brought back from a base backup and the archive
 * of its log: to just before the mistake, and as far as the archive goes.
 */
export const rehearseRestore: Rehearsal = async (options) => {
  const scene = await setScene(options);
  const before = await liveUntilDisaster(scene);
  options.steps.check('the server is killed, its data are gone', true, await sizeOf(scene.archive));
  const { moment } = before;
  await withRestored(scene, { name: 'to the moment', moment }, (pool, url) => proveMoment(scene, before, pool, url));
  await withRestored(scene, { name: 'to the end' }, (pool) => proveLatest(scene, pool));
};

async function sizeOf(archive: string): Promise<string> {
  const files = await readdir(archive);
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(archive, file))).size));
  return `the archive has ${files.length} files, ${mebibytes(sizes.reduce((sum, size) => sum + size, 0))}`;
}
