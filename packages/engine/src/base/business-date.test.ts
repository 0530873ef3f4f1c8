import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isBusinessDate, isoWeekday } from './business-date.ts';

describe('isBusinessDate', () => {
  it('takes every day of its years', () => {
    const days = fc.date({
      min: new Date('1000-01-01T00:00:00Z'),
      max: new Date('2999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (day) => {
        expect(isBusinessDate(day.toISOString().slice(0, 10))).toBe(true);
      }),
    );
  });

  it.each([
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-01-00',
    '0999-12-31',
    '3000-01-01',
    '2024-1-1',
    '2024-01-01T00:00:00Z',
    '2024-01-01\n',
    '２０２４-01-01',
    '',
  ])('refuses %j', (text) => {
    expect(isBusinessDate(text)).toBe(false);
  });

  it.each(['2024-02-29', '2000-02-29', '2024-12-31'])('takes %j', (text) => {
    expect(isBusinessDate(text)).toBe(true);
  });
});

describe('calendar arithmetic', () => {
  it('counts the days that addDays adds, and weekdays come round', () => {
    const days = fc.integer({ min: -3000, max: 3000 });
    fc.assert(
      fc.property(days, days, (start, distance) => {
        const from = addDays('2024-02-29', start);
        const to = addDays(from, distance);
        expect(daysBetween(from, to)).toBe(distance);
        expect(isoWeekday(addDays(from, 7))).toBe(isoWeekday(from));
      }),
    );
  });

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2023-12-31', 1, '2024-01-01'],
  ])('%s and %i days is %s', (date, days, result) => {
    expect(addDays(date, days)).toBe(result);
  });

  it.each([
    ['2024-01-01', 1],
    ['2024-01-06', 6],
    ['2024-01-07', 7],
  ])('%s is weekday %i', (date, weekday) => {
    expect(isoWeekday(date)).toBe(weekday);
  });
});
