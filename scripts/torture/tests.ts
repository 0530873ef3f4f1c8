import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Torture } from '../torture.ts';

/** A trial that is a test of `npm test` at more length: the test reads what it is asked for from the environment. */
export function longTest(file: string): Torture {
  return async ({ count, seconds, seed }) => {
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'postgres-18', file];
    const asked = { TORTURE_ROUNDS: String(count), TORTURE_SECONDS: String(seconds), TORTURE_SEED: String(seed) };
    const environment = { ...process.env, ...asked };
    const running = spawn(process.execPath, vitest, { stdio: 'inherit', env: environment });
    const [exitCode] = (await once(running, 'close')) as [number | null];
    return exitCode === 0 ? [] : [`${file} ended with ${exitCode}`];
  };
}
