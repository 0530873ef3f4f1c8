import { expect, test } from 'vitest';
import { clockTimes, placeOf } from './as-of.ts';

const instant = '2025-11-15T14:30:00Z';
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('one clock is enough where the person is where the stores are', () => {
  const times = clockTimes(instant, ['America/Caracas', 'America/La_Paz'], 'en-US', 'America/Caracas');
  expect(times.map(({ text, zone }) => [plain(text), zone])).toEqual([['Nov 15, 2025, 10:30:00 AM', null]]);
});

test('elsewhere the stores’ clocks stand beside it, each once', () => {
  const zones = ['America/Caracas', 'America/Caracas', 'America/Bogota'];
  const times = clockTimes(instant, zones, 'en-US', 'Europe/Madrid');
  expect(times.map(({ text, zone }) => [plain(text), zone])).toEqual([
    ['Nov 15, 2025, 3:30:00 PM', null],
    ['Nov 15, 2025, 10:30:00 AM', 'America/Caracas'],
    ['Nov 15, 2025, 9:30:00 AM', 'America/Bogota'],
  ]);
});

test('zones go by their cities', () => {
  expect(placeOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
});
