import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rootOfQuotient } from './decimals.ts';

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
