import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const dashboard = fileURLToPath(new URL('../../packages/dashboard/', import.meta.url));
const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));

export interface DashboardBuild {
  readonly directory: string;
  remove(): Promise<void>;
}

/** Builds the dashboard as it is in the sources now, into a folder of its own. */
export async function buildDashboard(): Promise<DashboardBuild> {
  const directory = await mkdtemp(join(tmpdir(), 'fluxion-dashboard-'));
  // A process of its own: under the test runner's NODE_ENV it would be React's development build.
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', directory, '--emptyOutDir'], {
    cwd: dashboard,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}
