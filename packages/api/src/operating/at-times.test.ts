import { afterEach, expect, it, vi } from 'vitest';
import { atTimes } from './at-times.ts';

afterEach(() => vi.restoreAllMocks());

it('asks again only after its time', async () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  let asked = 0;
  const ask = atTimes(1000, async () => (asked += 1));
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  clock.mockReturnValue(999);
  expect(await ask()).toBe(1);
  clock.mockReturnValue(1000);
  expect(await ask()).toBe(2);
});

it('asks again at once, but never twice at a time, where no time is given', async () => {
  let asked = 0;
  const ask = atTimes(0, async () => (asked += 1));
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  expect(await ask()).toBe(2);
});

it('asks again after a failure', async () => {
  const ask = atTimes(0, vi.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValueOnce('there'));
  await expect(ask()).rejects.toThrow('away');
  expect(await ask()).toBe('there');
});
