import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDecimals, productOf, quotientOf, ratio, sumDecimals } from './index.ts';

const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
const write = (amount: number) => (amount / 100).toFixed(2);

describe('a sum', () => {
  test('keeps every digit, and the most decimals of its addends', () => {
    expect(sumDecimals(['0.1', '0.2'])).toBe('0.3');
    expect(sumDecimals(['90071992547409931.01', '-0.005'])).toBe('90071992547409931.005');
    expect(sumDecimals(['1.50', '-1.5'])).toBe('0.00');
    expect(sumDecimals([])).toBe('0');
    expect(() => sumDecimals(['1', ''])).toThrow(RangeError);
  });

  test('is that of the whole cents', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1 }), (amounts) => {
        const total = amounts.reduce((sum, amount) => sum + amount, 0);
        expect(compareDecimals(sumDecimals(amounts.map(write)), write(total))).toBe(0);
      }),
    );
  });
});

test('a product is exact', () => {
  expect(productOf('1.05', '-0.2')).toBe('-0.210');
  expect(productOf('123456789012345678.9', '0.1')).toBe('12345678901234567.89');
});

describe('a quotient', () => {
  test('is rounded half away from zero', () => {
    expect(quotientOf('1', '8', 2)).toBe('0.13');
    expect(quotientOf('-1', '8', 2)).toBe('-0.13');
    expect(quotientOf('1', '-8', 2)).toBe('-0.13');
    expect(quotientOf('10.00', '4', 0)).toBe('3');
    expect(quotientOf('0.00', '3', 1)).toBe('0.0');
  });

  test('by nothing is none', () => expect(quotientOf('5', '0.000', 2)).toBeNull());

  test('is as near to the true one as its decimals allow', () => {
    const divisor = cents.filter((amount) => amount !== 0);
    fc.assert(
      fc.property(cents, divisor, (top, bottom) => {
        const quotient = quotientOf(write(top), write(bottom), 3);
        expect(Math.abs(Number(quotient) - Number(ratio(top, bottom)))).toBeLessThanOrEqual(0.0005 + 1e-9);
      }),
    );
  });
});
