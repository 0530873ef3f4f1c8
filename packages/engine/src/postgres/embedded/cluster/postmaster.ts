import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { processIsAlive } from '../../../base/index.ts';

/** The server's main process, as its postmaster.pid tells. */
export interface Postmaster {
  readonly pid: number;
  /** 0 as long as the server has not written it. */
  readonly port: number;
  readonly status: 'starting' | 'ready' | 'stopping';
}

/** Whether the process's command line names a PostgreSQL program and the data directory. */
async function commandLineMatches(pid: number, dataDirectory: string): Promise<boolean> {
  if (process.platform === 'linux') {
    // Empty for a process that has ended and that nobody has waited for.
    const [program = '', ...args] = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
    return /post(gres|master)/.test(program) && args.includes(dataDirectory);
  }
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return /post(gres|master)/.test(stdout) && stdout.includes(dataDirectory);
}

/** Whether the process is a PostgreSQL server on the data directory, not another program that got the same id since. */
export async function isServerOf(pid: number, dataDirectory: string): Promise<boolean> {
  return processIsAlive(pid) && commandLineMatches(pid, dataDirectory);
}

/** What postmaster.pid says, whether or not the process still lives; undefined if there is none. */
export async function readPidFile(dataDirectory: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(dataDirectory, 'postmaster.pid'), 'utf8').catch(() => '');
  // The lines are: process, data directory, start, port, socket directory, address, shared memory, status.
  const lines = text.split('\n').map((line) => line.trim());
  // Negative: a stand-alone backend.
  const pid = Math.abs(Number(lines[0]));
  if (lines[0] === '' || !Number.isInteger(pid)) return undefined;
  const status = lines[7] === 'ready' || lines[7] === 'standby' ? 'ready' : 'starting';
  return { pid, port: Number(lines[3] ?? 0), status: lines[7] === 'stopping' ? 'stopping' : status };
}

/** The server that runs on the data directory, if one does. */
export async function findPostmaster(dataDirectory: string): Promise<Postmaster | undefined> {
  const found = await readPidFile(dataDirectory);
  return found !== undefined && (await isServerOf(found.pid, dataDirectory)) ? found : undefined;
}

/** `fast` ends the connections and stops in order; `immediate` leaves the rest to the recovery at the next start. */
export function signalShutdown(pid: number, mode: 'fast' | 'immediate'): void {
  try {
    process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  } catch {
    // It has ended by itself.
  }
}
