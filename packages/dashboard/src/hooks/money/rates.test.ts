import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateOn } from './rates.ts';

const rates = [
  { fecha: '2025-01-02', bs_por_usd: '52.1' },
  { fecha: '2025-01-06', bs_por_usd: '53' },
];

describe('the rate of a day', () => {
  test('is its own, or the last one before it', () => {
    const on = (date: string) => rateOn(rates, date)?.bs_por_usd ?? null;
    expect(['2025-01-01', '2025-01-02', '2025-01-05', '2025-01-06', '2026-01-01'].map(on)).toEqual([
      null,
      '52.1',
      '52.1',
      '53',
      '53',
    ]);
  });

  test('is the last of all without a day', () => {
    expect(rateOn(rates, undefined)).toBe(rates[1]);
    expect(rateOn([], undefined)).toBeNull();
    expect(rateOn([], '2025-01-01')).toBeNull();
  });

  test('is found as by looking at every one', () => {
    const day = fc.integer({ min: 10, max: 28 }).map((number) => `2025-01-${number}`);
    fc.assert(
      fc.property(fc.uniqueArray(day), day, (days, date) => {
        const sorted = days.toSorted().map((fecha) => ({ fecha, bs_por_usd: '1' }));
        expect(rateOn(sorted, date)).toBe(sorted.findLast(({ fecha }) => fecha <= date) ?? null);
      }),
    );
  });
});
