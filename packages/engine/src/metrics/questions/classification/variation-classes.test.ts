import { describe, expect, it } from 'vitest';
import { wholeWeeks } from './variation-classes.ts';

describe('wholeWeeks', () => {
  it.each([
    ['2024-03-24', 12, '2024-01-01', '2024-03-24', 'a Sunday ends its own week'],
    ['2024-03-23', 12, '2023-12-25', '2024-03-17', 'a Saturday does not'],
    ['2024-03-25', 12, '2024-01-01', '2024-03-24', 'nor does a Monday'],
    ['2024-03-03', 2, '2024-02-19', '2024-03-03', 'a leap day in between'],
  ])('to %s, %i weeks: %s to %s, as %s', (to, weeks, from, sunday) => {
    expect(wholeWeeks({ to, weeks })).toEqual({ from, to: sunday, weeks });
  });

  it('takes 12 weeks unless it is told', () => {
    expect(wholeWeeks({ to: '2024-03-24' })).toMatchObject({ from: '2024-01-01', weeks: 12 });
  });

  it.each([1, 2.5, 105, Number.NaN])('refuses %d weeks', (weeks) => {
    expect(() => wholeWeeks({ to: '2024-03-24', weeks })).toThrow(/2 to 104 whole weeks/);
  });

  it('refuses a date that is none', () => {
    expect(() => wholeWeeks({ to: '2024-02-30' })).toThrow('2024-02-30 is not a date: write it as YYYY-MM-DD.');
  });
});
