import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPool, startEmbedded } from '@fluxion/engine/postgres';

type Pool = ReturnType<typeof openPool>;

/** A server of the benchmark's own, with the settings that Fluxion ships, and a folder for its files. */
export interface Workbench {
  readonly directory: string;
  readonly pool: Pool;
  readonly url: string;
  /** The server's version, as `18.4`. */
  readonly version: string;
}

/** Sets a workbench up for `work`, and takes it away again. */
export async function withWorkbench<T>(work: (bench: Workbench) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'fluxion-bench-'));
  const server = await startEmbedded({ home: join(directory, 'home') });
  const pool = openPool({ url: server.url, applicationName: 'fluxion-bench' });
  try {
    return await work({ directory, pool, url: server.url, version: server.version });
  } finally {
    await pool.end();
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
