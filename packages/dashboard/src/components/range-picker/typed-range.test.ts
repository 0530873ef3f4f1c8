import { describe, expect, test } from 'vitest';
import { judgeTyped } from './typed-range.ts';

const limits = { from: '2024-10-01', to: '2025-10-31' };
const date = (text: string) => {
  const [year = null, month = null, day = null] = text.split('-').map((part) => (part === '' ? null : Number(part)));
  return { year, month, day };
};
const judged = (start: string, end: string) => judgeTyped({ start: date(start), end: date(end) }, limits);

describe('two typed dates', () => {
  test('are a range if they exist, in order, within the data', () => {
    expect(judged('2025-9-1', '2025-9-15')).toEqual({ from: '2025-09-01', to: '2025-09-15' });
    expect(judged('2024-10-01', '2025-10-31')).toEqual(limits);
    expect(judged('2025-09-01', '2025-09-01')).toEqual({ from: '2025-09-01', to: '2025-09-01' });
  });

  test.each([
    ['2025-02-31', '2025-09-15', 'impossible'],
    ['2025-02-01', '2025-02-29', 'impossible'],
    ['202-02-01', '2025-09-15', 'impossible'],
    ['2025-09-15', '2025-09-01', 'reversed'],
    ['2024-09-30', '2025-09-15', 'outside'],
    ['2025-09-15', '2025-11-01', 'outside'],
    ['-09-15', '2025-09-15', 'incomplete'],
    ['2025-09-01', '2025-09-', 'incomplete'],
  ] as const)('%s and %s are none: %s', (start, end, problem) => {
    expect(judged(start, end)).toBe(problem);
  });
});
