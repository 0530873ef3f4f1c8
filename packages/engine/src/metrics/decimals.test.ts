import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, percentage, quotient, rootOfQuotient } from './decimals.ts';

describe('rootOfQuotient', () => {
  it.each([
    ['144', '576', '0.5000'],
    ['2', '1', '1.4142'],
    ['0.000000000001', '1', '0.0000'],
    // 0.00005 squared: a half is rounded up, less than that down.
    ['0.0000000025', '1', '0.0001'],
    ['0.0000000024', '1', '0.0000'],
    ['0', '7', '0.0000'],
    ['7', '0.00', null],
  ])('of %s / %s is %s', (dividend, divisor, root) => {
    expect(rootOfQuotient(dividend, divisor, 4)).toBe(root);
  });

  it('is the nearest of its decimals to the root', () => {
    const upTo26Digits = fc.bigInt({ min: 1n, max: 10n ** 26n });
    fc.assert(
      fc.property(upTo26Digits, upTo26Digits, (dividend, divisor) => {
        const root = BigInt((rootOfQuotient(`${dividend}`, `${divisor}`, 4) ?? '').replace('.', ''));
        const square = 4n * 10n ** 8n * dividend;
        const [below, above] = [2n * root - 1n, 2n * root + 1n];
        expect(below < 0n || below * below * divisor <= square).toBe(true);
        expect(square < above * above * divisor).toBe(true);
      }),
    );
  });
});

describe('quotient', () => {
  it.each([
    ['1', '3', 2, '0.33'],
    ['2', '3', 2, '0.67'],
    ['0.005', '1', 2, '0.01'],
    ['-0.005', '1', 2, '-0.01'],
    ['0.005', '-1.000', 2, '-0.01'],
    ['-7', '-2', 0, '4'],
    ['0', '-5', 2, '0.00'],
    ['-0.001', '1', 2, '0.00'],
    ['99999999999999999999999999.999999', '0.000001', 1, '99999999999999999999999999999999.0'],
    ['1', '0.00', 2, null],
  ])('of %s / %s to %i decimals is %s', (dividend, divisor, decimals, result) => {
    expect(quotient(dividend, divisor, decimals)).toBe(result);
  });

  it('is undone by multiplying, to half a unit', () => {
    const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    fc.assert(
      fc.property(
        whole,
        whole.filter((n) => n !== 0n),
        (dividend, divisor) => {
          const units = BigInt((quotient(`${dividend}`, `${divisor}`, 3) ?? '').replace('.', ''));
          const off = 2n * (dividend * 1000n - units * divisor);
          expect(off * off <= divisor * divisor).toBe(true);
        },
      ),
    );
  });
});

describe('percentage and difference', () => {
  it('are exact', () => {
    expect(percentage('1.500001', '7.50')).toBe('20.00');
    expect(percentage('1', '0.000000')).toBeNull();
    expect(percentage('1', '3', 4)).toBe('33.3333');
    expect(difference('7.50', '5.999999')).toBe('1.500001');
    expect(difference('0', '0.5')).toBe('-0.5');
    expect(difference('5', '5.00')).toBe('0.00');
  });
});
