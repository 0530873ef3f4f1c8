import { totalmem } from 'node:os';
import { afterEach, expect, test, vi } from 'vitest';
import { availableMemoryBytes } from './index.ts';

afterEach(() => vi.restoreAllMocks());

const unlimited = 2 ** 63;

test.each([0, unlimited])('a limit of %d is none', (limit) => {
  vi.spyOn(process, 'constrainedMemory').mockReturnValue(limit);
  expect(availableMemoryBytes()).toBeGreaterThan(2 ** 20);
  expect(availableMemoryBytes()).toBeLessThanOrEqual(totalmem());
});

test('the limit of our own group counts', () => {
  vi.spyOn(process, 'constrainedMemory').mockReturnValue(2 ** 20);
  expect(availableMemoryBytes()).toBe(2 ** 20);
});
