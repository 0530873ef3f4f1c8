import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openingLimitMs, withinLimit } from './opening-limit.ts';

it('gives up on what comes to no end', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const opening = withinLimit('a.duckdb', new Promise(() => {}), 120_000).catch((error: unknown) => error);
  vi.advanceTimersByTime(120_000);
  expect(await opening).toMatchObject({
    code: 'SOURCE_CRASHED',
    message: expect.stringMatching(/opens a\.duckdb, after 2 min:/),
  });
  expect(vi.getTimerCount()).toBe(0);
});

it('passes on what comes of the opening, and leaves no timer behind', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  expect(await withinLimit('a.duckdb', Promise.resolve(1), 1000)).toBe(1);
  await expect(withinLimit('a.duckdb', Promise.reject(new Error('no')), 1000)).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
});

it('has more patience with a large log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fluxion-limit-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'a.duckdb');
  writeFileSync(file, '');
  expect(openingLimitMs(file)).toBe(120_000);
  writeFileSync(`${file}.wal`, '');
  truncateSync(`${file}.wal`, 100 * 2 ** 20);
  expect(openingLimitMs(file)).toBe(320_000);
});
