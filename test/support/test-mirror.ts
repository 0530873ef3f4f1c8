import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mirroredTables } from '@fluxion/engine/chain';
import { rollups } from '@fluxion/engine/metrics';
import { declareTables, installNotes, openMirror, type Mirror } from '@fluxion/engine/mirror';
import { openPool } from '@fluxion/engine/postgres';

/** A mirror of the chain's tables that is ready, in a folder of its own. */
export async function openTestMirror(url: string): Promise<Mirror> {
  const pool = openPool({ url, applicationName: 'fluxion-test-mirror', max: 2 });
  await installNotes(pool);
  await declareTables(pool, mirroredTables);
  await pool.end();
  const folder = await mkdtemp(join(tmpdir(), 'fluxion-api-'));
  const log = { info: () => {}, warn: () => {} };
  const mirror = openMirror({ url, folder, name: 'test', rollups, budgetMs: 20_000, log });
  await mirror.whenReady(AbortSignal.timeout(30_000));
  return {
    ...mirror,
    async close() {
      await mirror.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
