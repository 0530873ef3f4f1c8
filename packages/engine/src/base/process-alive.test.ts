import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { processIsAlive } from './index.ts';

test('tells processes that run, whoever has them, from those that have ended', () => {
  expect(processIsAlive(process.pid)).toBe(true);
  expect(processIsAlive(1)).toBe(true);
  expect(processIsAlive(spawnSync(process.execPath, ['--version']).pid)).toBe(false);
});
