import { readdir, readFile, readlink } from 'node:fs/promises';
import { isServerOf } from './postmaster.ts';

/** Whether the process serves a session, or does other work, of a server on the data directory that is gone. */
async function isLeftOver(pid: number, dataDirectory: string): Promise<boolean> {
  // Unreadable for another user's process; then its session ends when its query does.
  if ((await readlink(`/proc/${pid}/cwd`)) !== dataDirectory) return false;
  if (!(await readFile(`/proc/${pid}/cmdline`, 'utf8')).startsWith('postgres: ')) return false;
  const parent = /^PPid:\s*(\d+)$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  return !(await isServerOf(Number(parent), dataDirectory));
}

/**
 * Ends the sessions that outlived the kill of their server: one in the middle of a long query notices only at its end,
 * and until then no other server may start on the data. Nothing is lost: what they do cannot be committed any more.
 * Where there is no /proc they are waited for.
 */
export async function endOldSessions(dataDirectory: string): Promise<void> {
  const entries = await readdir('/proc').catch(() => []);
  for (const pid of entries.filter((entry) => /^\d+$/.test(entry)).map(Number)) {
    // A process that ends while it is looked at.
    if (!(await isLeftOver(pid, dataDirectory).catch(() => false))) continue;
    try {
      process.kill(pid, 'SIGQUIT');
    } catch {
      // It has ended by itself.
    }
  }
}
