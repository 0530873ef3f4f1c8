import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Watched {
  readonly stdout: string;
  readonly seconds: number;
  /** The most memory that it had at once, in MiB; 0 where /proc does not tell. */
  readonly peakMiB: number;
}

/** Runs a program of Node and watches its memory. @throws if it does not end with 0 */
export async function runWatched(args: readonly string[]): Promise<Watched> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close') as Promise<[number | null]>;
  let [stdout, peakMiB] = ['', 0];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  while (child.exitCode === null && child.signalCode === null) {
    peakMiB = Math.max(peakMiB, await peakOf(child.pid));
    await sleep(50);
  }
  const [exitCode] = await ended;
  if (exitCode !== 0) throw new Error(`${args.join(' ')} ended with ${exitCode}: ${stdout}`);
  return { stdout, seconds: (performance.now() - started) / 1000, peakMiB };
}

/** In MiB, so far; 0 if the process is gone. */
async function peakOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}
