import { expect, it, vi } from 'vitest';
import { readAgain } from './read-again.ts';

const lost = new Error('Connection terminated unexpectedly');

it('reads once more where the connection was lost', async () => {
  const read = vi.fn<() => Promise<string>>().mockRejectedValueOnce(lost).mockResolvedValueOnce('rows');
  expect(await readAgain(read)).toBe('rows');
});

it('reads no third time', async () => {
  const read = vi.fn<() => Promise<string>>().mockRejectedValue(lost);
  await expect(readAgain(read)).rejects.toBe(lost);
  expect(read).toHaveBeenCalledTimes(2);
});

it.each([
  ['the fault is ours', new TypeError('x is not a function'), true],
  ['nobody waits any more', lost, false],
])('reads only once where %s', async (_why, error, wanted) => {
  const read = vi.fn<() => Promise<string>>().mockRejectedValue(error);
  await expect(readAgain(read, () => wanted)).rejects.toBe(error);
  expect(read).toHaveBeenCalledTimes(1);
});
