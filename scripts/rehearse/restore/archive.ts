import { chmod, copyFile, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { OwnServer } from '../lib/own-server.ts';
import { withPool } from '../lib/rehearsal.ts';

/** What a base backup leaves out: the archive has the log, and the rest is made anew by the server that takes it. */
const emptied = new Set(
  'pg_wal pg_replslot pg_dynshmem pg_notify pg_serial pg_snapshots pg_stat_tmp pg_subtrans'.split(' '),
);
const leftOut = new Set(['postmaster.pid', 'postmaster.opts']);
const lookEveryMs = 20;

/** A folder for the archive that every server may write to, whoever it runs as. */
export async function makeArchive(path: string): Promise<string> {
  await mkdir(path);
  await chmod(path, 0o777);
  return path;
}

/** The settings of a server that archives its log: an archived file is never replaced. */
export function archivingTo(archive: string): Readonly<Record<string, string>> {
  return {
    wal_level: 'replica',
    archive_mode: 'on',
    archive_command: `test ! -f "${archive}/%f" && cp "%p" "${archive}/%f.part" && mv "${archive}/%f.part" "${archive}/%f"`,
  };
}

/** The settings of a server that is to become what the archive tells; until it has, nobody is let in. */
export function restoringFrom(archive: string, moment?: string): Readonly<Record<string, string>> {
  return {
    restore_command: `cp "${archive}/%f" "%p"`,
    recovery_target_action: 'promote',
    hot_standby: 'off',
    ...(moment === undefined ? {} : { recovery_target_time: moment }),
  };
}

/**
 * Copies a running server's data while others write, as PostgreSQL's low-level API has it.
 * @returns bytes copied
 */
export function takeBaseBackup(server: OwnServer, to: string): Promise<number> {
  return withPool(server.adminUrl, async (pool) => {
    // Both calls must be of one session.
    const client = await pool.connect();
    try {
      await client.query(`SELECT pg_backup_start('rehearsal', fast => true)`);
      const bytes = await copyFolder(server.dataDirectory, to, true);
      const { rows } = await client.query<{ label: string }>(
        'SELECT labelfile AS label FROM pg_backup_stop(wait_for_archive => true)',
      );
      await writeFile(join(to, 'backup_label'), rows[0]?.label ?? '');
      return bytes;
    } finally {
      client.release();
    }
  });
}

/** Puts a base backup where a server will find it, marked to be recovered from the archive. @returns bytes copied */
export async function layOutBackup(backup: string, dataDirectory: string): Promise<number> {
  const bytes = await copyFolder(backup, dataDirectory, false);
  await writeFile(join(dataDirectory, 'recovery.signal'), '');
  return bytes;
}

/** Copies a folder; files that are gone when their turn comes are none of what the backup needs. */
async function copyFolder(from: string, to: string, ofServer: boolean): Promise<number> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  let bytes = 0;
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      if (ofServer && emptied.has(entry.name)) await mkdir(target, { mode: 0o700 });
      else bytes += await copyFolder(source, target, ofServer);
    } else if (entry.isFile() && !leftOut.has(entry.name)) {
      bytes += await copyUnlessGone(source, target);
    }
  }
  return bytes;
}

async function copyUnlessGone(source: string, target: string): Promise<number> {
  try {
    await copyFile(source, target);
    return (await stat(target)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
}

/** Closes the log's current file, as `archive_timeout` does after its time, and waits until the archive has it. */
export function archiveSoFar(server: OwnServer): Promise<void> {
  return withPool(server.adminUrl, async (pool) => {
    const { rows } = await pool.query<{ file: string }>('SELECT pg_walfile_name(pg_switch_wal()) AS file');
    const archived = `SELECT coalesce(last_archived_wal, '') >= $1 AS done FROM pg_stat_archiver`;
    const isArchived = async () => (await pool.query<{ done: boolean }>(archived, [rows[0]?.file])).rows[0]?.done;
    while ((await isArchived()) !== true) await pause(lookEveryMs);
  });
}
