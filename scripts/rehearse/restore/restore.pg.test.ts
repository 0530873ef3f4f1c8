import { expect, inject, test } from 'vitest';
import { distributions } from '#testing/distributions.ts';
import { makeServersDirectory, removeServers } from '#testing/temporary-servers.ts';
import { newSteps } from '../lib/steps.ts';
import { rehearseRestore } from './restore.ts';

test('a database that a mistake damaged and whose server is lost comes back as it was, on another server', async () => {
  const told: string[] = [];
  const steps = newSteps((line) => void told.push(line));
  const directory = await makeServersDirectory();
  const distribution = distributions[inject('postgresVersion')];
  const settings = { fsync: 'off', shared_buffers: '64MB' };
  try {
    await rehearseRestore({ rows: 1000, directory, distribution, settings, steps });
  } finally {
    await removeServers(directory);
  }
  expect(steps.failures).toEqual([]);
  // Each of the checks was come to.
  expect(told.filter((line) => line.includes(' ok ')).length).toBe(8);
});
