import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText } from './decimal-text.ts';

describe('decimalText', () => {
  it.each([
    ['493770956.560000', 2, '493770956.56'],
    ['1200.5', 2, '1200.50'],
    ['1200', 2, '1200.00'],
    ['0.125000', 2, '0.125'],
    ['-0.000000', 2, '0.00'],
    ['-0.010', 0, '-0.01'],
    ['30890141.000000', 0, '30890141'],
    ['007', 0, '7'],
    ['0', 0, '0'],
    ['100', 0, '100'],
  ])('writes %s with %i decimals as %s', (number, decimals, text) => {
    expect(decimalText(number, decimals)).toBe(text);
  });

  it.each(['', 'NaN', 'Infinity', '1e3', '1,5', '.5', '--1'])('refuses %j', (number) => {
    expect(() => decimalText(number)).toThrow(TypeError);
  });

  it('keeps the value, whatever the scale', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.nat(12), fc.nat(4), (value, zeros, decimals) => {
        const text = decimalText(`${value}.${'0'.repeat(zeros)}`, decimals);
        expect(text).toBe(decimals === 0 ? `${value}` : `${value}.${'0'.repeat(decimals)}`);
        expect(decimalText(text, decimals)).toBe(text);
      }),
    );
  });
});
