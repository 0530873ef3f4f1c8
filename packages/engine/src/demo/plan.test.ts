import { describe, expect, it } from 'vitest';
import { planDemo } from './plan.ts';

describe('planDemo', () => {
  it('spans the thirteen months that end on the last day', () => {
    expect(planDemo(1000)).toMatchObject({ from: '2024-09-01', until: '2025-09-30', lastDay: 394, weeks: 57 });
    expect(planDemo(1000, '2024-02-29')).toMatchObject({ from: '2023-02-01', lastDay: 393 });
  });

  it('gives larger chains more products, up to fifty thousand', () => {
    const products = [1, 20_000, 1_000_000, 10_000_000, 81_800_000, 1_000_000_000].map(
      (rows) => planDemo(rows).products,
    );
    expect(products).toEqual([400, 452, 3000, 8235, 50_000, 50_000]);
  });

  it.each([0, -1, 1.5, Number.NaN, 1_000_000_001])('refuses %s lines', (rows) => {
    expect(() => planDemo(rows)).toThrow(expect.objectContaining({ code: 'USAGE' }));
  });

  it.each(['2025-02-29', '30/09/2025', ''])('refuses %j as the last day', (until) => {
    expect(() => planDemo(1000, until)).toThrow(expect.objectContaining({ code: 'USAGE' }));
  });
});
