import { describe, expect, it } from 'vitest';
import { planDemo, yesterday } from './plan.ts';

const until = '2025-09-30';

describe('planDemo', () => {
  it('spans the thirteen months that end on the last day', () => {
    expect(planDemo(1000, until)).toMatchObject({ from: '2024-09-01', until: '2025-09-30', lastDay: 394, weeks: 57 });
    expect(planDemo(1000, '2024-02-29')).toMatchObject({ from: '2023-02-01', lastDay: 393 });
  });

  it('gives larger chains more products, up to fifty thousand', () => {
    const products = [1, 20_000, 1_000_000, 10_000_000, 81_800_000, 1_000_000_000].map(
      (rows) => planDemo(rows, until).products,
    );
    expect(products).toEqual([400, 452, 3000, 8235, 50_000, 50_000]);
  });

  it.each([0, -1, 1.5, Number.NaN, 1_000_000_001])('refuses %s lines', (rows) => {
    expect(() => planDemo(rows, until)).toThrow(expect.objectContaining({ code: 'USAGE' }));
  });

  it.each(['2025-02-29', '30/09/2025', '', '1000-12-31'])('refuses %j as the last day', (day) => {
    expect(() => planDemo(1000, day)).toThrow(expect.objectContaining({ code: 'USAGE' }));
  });
});

it.each([
  ['2026-03-02T03:59:59Z', '2026-02-28'],
  ['2026-03-02T04:00:00Z', '2026-03-01'],
  ['2025-01-01T12:00:00Z', '2024-12-31'],
])('at %s, yesterday is %s', (now, day) => {
  expect(yesterday(new Date(now))).toBe(day);
});
