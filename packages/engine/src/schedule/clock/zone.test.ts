import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../base/index.ts';
import { instantOf, isKnownZone, localDate } from './zone.ts';

describe('instantOf', () => {
  it.each([
    ['2024-03-05', '03:00', 'America/Caracas', '2024-03-05T07:00:00Z'],
    ['2024-03-05', '00:00', 'Asia/Kathmandu', '2024-03-04T18:15:00Z'],
    // Berlin: 02:00 -> 03:00, and back.
    ['2024-03-31', '02:30', 'Europe/Berlin', '2024-03-31T01:30:00Z'],
    ['2024-03-31', '03:00', 'Europe/Berlin', '2024-03-31T01:00:00Z'],
    ['2024-10-27', '02:30', 'Europe/Berlin', '2024-10-27T00:30:00Z'],
    ['2024-10-27', '03:00', 'Europe/Berlin', '2024-10-27T02:00:00Z'],
    // Helsinki leaps over 03:00 itself, and shows it twice.
    ['2024-03-31', '03:00', 'Europe/Helsinki', '2024-03-31T01:00:00Z'],
    ['2024-10-27', '03:00', 'Europe/Helsinki', '2024-10-27T00:00:00Z'],
    // A day without midnight.
    ['2018-11-04', '00:00', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['2024-10-06', '02:15', 'Australia/Lord_Howe', '2024-10-05T15:45:00Z'],
  ])('%s %s in %s is %s', (date, time, zone, instant) => {
    expect(instantOf(date, time, zone)).toEqual(new Date(instant));
  });

  it('gives midnights that begin the days of localDate', () => {
    const zones = fc.constantFrom(
      'America/Caracas',
      'Europe/Helsinki',
      'America/Santiago',
      'Africa/Cairo',
      'Asia/Kolkata',
    );
    const dates = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2020-01-01', days));
    fc.assert(
      fc.property(zones, dates, (zone, date) => {
        const midnight = instantOf(date, '00:00', zone).getTime();
        expect(localDate(new Date(midnight), zone)).toBe(date);
        expect(localDate(new Date(midnight - 1), zone)).toBe(addDays(date, -1));
      }),
    );
  });
});

it('knows zones from words', () => {
  expect(isKnownZone('America/Caracas')).toBe(true);
  expect(isKnownZone('America/Macondo')).toBe(false);
});
