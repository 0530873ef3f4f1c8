import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Torture } from '../torture.ts';

/** A trial that is a test of `npm test` with more rounds: the test reads their number from TORTURE_ROUNDS. */
export function longTest(file: string): Torture {
  return async ({ count }) => {
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'postgres-18', file];
    const environment = { ...process.env, TORTURE_ROUNDS: String(count) };
    const running = spawn(process.execPath, vitest, { stdio: 'inherit', env: environment });
    const [exitCode] = (await once(running, 'close')) as [number | null];
    return exitCode === 0 ? [] : [`${file} ended with ${exitCode}`];
  };
}
