import { expect, it } from 'vitest';
import type { FenceReading } from '../notes/fence-reading.ts';
import { parseSnapshot } from '../snapshot/snapshot.ts';
import { instant, Past } from './past.ts';

const reading = (snapshot: string, isLasting: boolean): FenceReading => ({
  ...{ since: parseSnapshot('90:90:'), snapshot: parseSnapshot(snapshot), isLasting },
  ...{ time: '2026-01-31T12:00:00.000000Z', history: 'h', horizon: 0n },
  ...{ changed: [], more: false, layouts: new Map() },
});

it('remembers no reading that a crash of PostgreSQL would make untrue', () => {
  const past = new Past();
  past.hear(reading('100:100:', true), instant());
  past.hear(reading('110:110:', false), instant());
  expect(past.reading?.snapshot).toEqual(parseSnapshot('100:100:'));
});

it('wants no less than has been answered after a crash that undid what was answered before', () => {
  const past = new Past();
  past.answer(parseSnapshot('120:120:'));
  // The crash. By its numbers alone this is no newer.
  past.answer(parseSnapshot('105:105:'));
  const now = parseSnapshot('106:106:');
  expect(past.floor(past.newest, now)).toEqual(now);
  expect(past.newest).toEqual(now);
});
