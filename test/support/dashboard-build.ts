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

/** The dashboard of the current sources: as `npm test` has built it, else built into a temporary folder. */
export async function buildDashboard(): Promise<DashboardBuild> {
  if (process.env['FLUXION_TEST_BUILT'] === '1') return { directory: join(dashboard, 'dist'), remove: async () => {} };
  const directory = await mkdtemp(join(tmpdir(), 'fluxion-dashboard-'));
  const remove = () => rm(directory, { recursive: true, force: true });
  try {
    // In a separate process: under the test runner's NODE_ENV this would be React's development build.
    await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', directory, '--emptyOutDir'], {
      cwd: dashboard,
      env: { ...process.env, NODE_ENV: 'production' },
    });
  } catch (error) {
    await remove();
    throw error;
  }
  return { directory, remove };
}
