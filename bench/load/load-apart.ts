import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Workbench } from '../lib/workbench.ts';

const loader = fileURLToPath(new URL('./load-child.ts', import.meta.url));

/**
 * Loads files all at once, in a process of its own: what clients wait for is the database, not this program.
 * @returns the seconds that it took
 */
export async function loadApart({ url, directory }: Workbench, files: readonly string[]): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [...process.execArgv, loader, url, directory, ...files], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  if (exitCode !== 0) throw new Error(`the loads ended with ${exitCode}`);
  return (performance.now() - started) / 1000;
}
