import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBusinessDate } from './business-date.ts';

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
