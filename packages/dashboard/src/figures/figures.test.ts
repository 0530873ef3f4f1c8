import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { change, compareDecimals, condense, isDecimal, ratio, trailingMean } from './index.ts';

const scaled = fc.record({
  digits: fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
  scale: fc.integer({ min: 0, max: 12 }),
});

function write({ digits, scale }: { digits: bigint; scale: number }): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const cut = text.length - scale;
  return (digits < 0n ? '-' : '') + text.slice(0, cut) + (scale === 0 ? '' : `.${text.slice(cut)}`);
}

describe('decimals', () => {
  test.each(['0', '-0', '12.50', '-3.1', '007'])('"%s" is one', (text) => {
    expect(isDecimal(text)).toBe(true);
  });

  test.each(['', '.5', '5.', '1e3', '1,5', ' 1', '--1', 'NaN', '0x1'])('"%s" is none', (text) => {
    expect(isDecimal(text)).toBe(false);
  });

  test('compare as the numbers they are, at any length', () => {
    fc.assert(
      fc.property(scaled, scaled, (left, right) => {
        const scale = Math.max(left.scale, right.scale);
        const difference =
          left.digits * 10n ** BigInt(scale - left.scale) - right.digits * 10n ** BigInt(scale - right.scale);
        const expected = difference < 0n ? -1 : difference > 0n ? 1 : 0;
        expect(compareDecimals(write(left), write(right))).toBe(expected);
      }),
    );
    expect(compareDecimals('1.50', '1.5')).toBe(0);
    expect(compareDecimals('90071992547409931.01', '90071992547409931.02')).toBe(-1);
    expect(() => compareDecimals('1', 'mucho')).toThrow(RangeError);
  });
});

describe('relations', () => {
  test('a ratio to nothing is none', () => {
    expect(ratio('1.5', '3')).toBe(0.5);
    expect(ratio('1', '0')).toBeNull();
    expect(ratio(0, 0)).toBeNull();
  });

  test('a change is relative to what was before', () => {
    expect(change('110', '100')).toBeCloseTo(0.1);
    expect(change(90, 100)).toBeCloseTo(-0.1);
    expect(change('5', '-10')).toBeCloseTo(1.5);
    expect(change('5', '0')).toBeNull();
    expect(change('5', null)).toBeNull();
    expect(change(null, '5')).toBeNull();
  });
});

describe('series', () => {
  test('condensing keeps short series, and the mean of long ones', () => {
    expect(condense([1, null, 3], 3)).toEqual([1, null, 3]);
    expect(condense([1, 3, null, null, 5, 7], 3)).toEqual([2, null, 6]);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 60 }),
        (figures, buckets) => {
          const small = condense(figures, buckets);
          expect(small).toHaveLength(Math.min(figures.length, buckets));
          for (const figure of small) {
            expect(figure).toBeGreaterThanOrEqual(Math.min(...figures));
            expect(figure).toBeLessThanOrEqual(Math.max(...figures));
          }
        },
      ),
    );
  });

  test('a trailing mean smooths what repeats, and closes gaps that are shorter', () => {
    const week = [1, 1, 1, 1, 1, 8, 8];
    expect(trailingMean([...week, ...week], 7).slice(6)).toEqual(Array.from({ length: 8 }, () => 3));
    expect(trailingMean([2, null, null, 4], 2)).toEqual([2, 2, null, 4]);
    expect(trailingMean([2, null, 4], 1)).toEqual([2, null, 4]);
  });
});
