import { expect, it } from 'vitest';
import { sharedTurns } from './turns.ts';

it('begins a run after each call, and lets those who wait share one', async () => {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const turn = sharedTurns(async () => {
    const run = begun.length;
    begun.push(run);
    await new Promise<void>((resolve) => ends.push(resolve));
    if (run === 1) throw new Error('the second fails');
    return run;
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const first = turn();
  await settle();
  const [second, third] = [turn(), turn()];
  second.catch(() => {});
  third.catch(() => {});
  await settle();
  expect(begun).toEqual([0]);
  ends[0]?.();
  expect(await first).toBe(0);
  await settle();
  expect(begun).toEqual([0, 1]);
  const fourth = turn();
  ends[1]?.();
  await expect(second).rejects.toThrow('the second fails');
  await expect(third).rejects.toThrow('the second fails');
  await settle();
  expect(begun).toEqual([0, 1, 2]);
  ends[2]?.();
  expect(await fourth).toBe(2);
});
