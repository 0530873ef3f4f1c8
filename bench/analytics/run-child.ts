import { fileURLToPath } from 'node:url';
import { runWatched } from '../lib/watched-process.ts';

const child = fileURLToPath(new URL('./child.ts', import.meta.url));

/** What DuckDB takes for itself where a process may use 2 GiB: a quarter. */
export const memoryLimit = '512MiB';

export interface ChildOptions {
  readonly url: string;
  readonly folder: string;
  /** How often each question is asked; 0: the mirror is built. */
  readonly repeats: number;
}

/** Runs a process with a mirror as the API would have it in a container of 2 GiB. @returns what it told, and the most memory that it had */
export async function runChild<Told>({ url, folder, repeats }: ChildOptions): Promise<Told & { peakMiB: number }> {
  const { stdout, peakMiB } = await runWatched([...process.execArgv, child, url, folder, memoryLimit, String(repeats)]);
  const told: Told = JSON.parse(stdout);
  return { ...told, peakMiB };
}
