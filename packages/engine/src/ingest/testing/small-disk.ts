import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { appendFile, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPool } from '../../postgres/index.ts';
import type { TrialServer } from './trial-server.ts';

const sizeMiB = 192;
/** What is left of a full disk: less than a load needs. */
const leftBytes = 1024 * 1024;

const mounts = (directory: string, owner: string) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMiB}m,${owner}`, 'tmpfs', directory]).status === 0;
const unmount = (directory: string) => void spawnSync('umount', [directory]);

/** Whether this user may mount a disk in memory: root, outside of most containers. */
export const canMount = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const directory = mkdtempSync(join(tmpdir(), 'fluxion-mount-'));
  try {
    const mounted = mounts(directory, 'uid=0');
    if (mounted) unmount(directory);
    return mounted;
  } finally {
    rmSync(directory, { recursive: true });
  }
})();

export interface SmallDisk {
  /** The tablespace on it. */
  readonly tablespace: string;
  /** Leaves next to nothing free. */
  fill(): Promise<void>;
  makeRoom(): Promise<void>;
  remove(): Promise<void>;
}

/** As the superuser, who cannot sign in to an embedded server until it is told to let him. */
async function asSuperuser(server: TrialServer, statement: string): Promise<void> {
  await appendFile(join(server.dataDirectory, 'pg_hba.conf'), 'host all postgres 127.0.0.1/32 trust\n');
  await server.signal('SIGHUP');
  const url = new URL(server.url);
  url.username = 'postgres';
  const pool = openPool({ url: url.href, applicationName: 'fluxion-trial', max: 1 });
  try {
    // The server reads the file when it gets to it.
    while (!(await pool.query('SELECT').catch(() => undefined)));
    await pool.query(statement);
  } finally {
    await pool.end();
  }
}

/** A disk of the server's that can be filled, as a tablespace. */
export async function addSmallDisk(server: TrialServer): Promise<SmallDisk> {
  const directory = join(server.directory, 'disk');
  const ballast = join(directory, 'ballast');
  const { uid, gid } = await stat(server.dataDirectory);
  mkdirSync(directory);
  mounts(directory, `uid=${uid},gid=${gid},mode=700`);
  await asSuperuser(server, `CREATE TABLESPACE small OWNER ${new URL(server.url).username} LOCATION '${directory}'`);
  return {
    tablespace: 'small',
    async fill() {
      const { bavail, bsize } = await statfs(directory);
      await writeFile(ballast, Buffer.alloc(bavail * bsize - leftBytes));
    },
    makeRoom: () => rm(ballast),
    async remove() {
      await server.query('DROP TABLESPACE small');
      unmount(directory);
    },
  };
}
