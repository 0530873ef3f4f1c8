import { afterEach, expect, it, vi } from 'vitest';
import { Turns } from './turns.ts';

const never = new AbortController().signal;
afterEach(() => void vi.useRealTimers());

it('lets so many go on at once, the others in the order they came', async () => {
  const turns = new Turns(2);
  const went: number[] = [];
  const ends = await Promise.all([turns.take(never, 'a'), turns.take(never, 'b')]);
  const waiting = [3, 4].map(async (name) => {
    const end = await turns.take(never, `caller ${name}`);
    went.push(name);
    return end;
  });
  await Promise.resolve();
  expect(went).toEqual([]);
  ends[0]();
  (await waiting[0])?.();
  (await waiting[1])?.();
  expect(went).toEqual([3, 4]);
  ends[1]();
  // All of them are free again.
  await Promise.all([turns.take(never, 'a'), turns.take(never, 'b')]);
});

it('gives one caller at most half of them, and lets the others pass', async () => {
  const turns = new Turns(4);
  const ends = [await turns.take(never, 'a'), await turns.take(never, 'a')];
  const went: string[] = [];
  const third = turns.take(never, 'a').then((end) => {
    went.push('a');
    return end;
  });
  const other = await turns.take(never, 'b');
  expect(went).toEqual([]);
  other();
  await turns.take(never, 'b');
  expect(went).toEqual([]);
  ends[0]?.();
  (await third)();
  // Whoever has given theirs back may have them again.
  await turns.take(never, 'a');
});

it('tells who waits for too long to come back later, and keeps no place for them', async () => {
  vi.useFakeTimers();
  const turns = new Turns(1);
  const end = await turns.take(never, 'a');
  const late = turns.take(never, 'a').catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await late).toMatchObject({ problem: 'TOO_MANY_EXPORTS', headers: { 'retry-after': '30' } });
  end();
  (await turns.take(never, 'a'))();
});

it('keeps no place for who has left', async () => {
  const turns = new Turns(1);
  const end = await turns.take(never, 'a');
  const caller = new AbortController();
  const waiting = turns.take(caller.signal, 'b');
  caller.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  await expect(turns.take(caller.signal, 'b')).rejects.toMatchObject({ name: 'AbortError' });
  end();
  (await turns.take(never, 'a'))();
});
