import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  casesOf,
  isQuantity,
  nearestCases,
  plainQuantity,
  readQuantity,
  stepCases,
  unitsOf,
  writeQuantity,
} from './quantity.ts';

/** Quantities as NUMERIC(12,4) has them. */
const quantity = fc
  .tuple(fc.nat(99_999_999), fc.nat(9999))
  .map(([whole, part]) => plainQuantity(`${whole}.${String(part).padStart(4, '0')}`));

describe('a typed quantity', () => {
  test.each([
    ['12', ',', '12'],
    ['1.234,5', ',', '1234.5'],
    ['1,234.5', '.', '1234.5'],
    ['1.500', ',', '1500'],
    ['1,500', '.', '1500'],
    ['1.500', '.', '1.5'],
    ['2.5', ',', '2.5'],
    ['2,5', '.', '2.5'],
    ['2,', ',', '2'],
    [' 1 200 ', ',', '1200'],
    ['0012,50', ',', '12.5'],
    ['0', ',', '0'],
    ['99999999,9999', ',', '99999999.9999'],
  ] as const)('"%s" where the decimal mark is "%s" is %s', (typed, mark, expected) => {
    expect(readQuantity(typed, mark)).toBe(expected);
  });

  test.each(['', '-1', '1e3', 'doce', '1,2,3', '1.23.4', '100000000', '0,00001', ',5'])('"%s" is none', (typed) => {
    expect(readQuantity(typed, ',')).toBeUndefined();
  });

  test('comes back as it was written, in every language', () => {
    fc.assert(
      fc.property(quantity, fc.constantFrom<',' | '.'>(',', '.'), (value, mark) => {
        const written = writeQuantity(value, mark);
        // Three decimals behind at most three digits read as thousands: nobody's quantity has them, cents of grams aside.
        fc.pre(!/^\d{1,3}[.,]\d{3}$/.test(written) || written.includes(mark));
        expect(readQuantity(written, mark)).toBe(value);
        expect(isQuantity(value)).toBe(true);
      }),
    );
  });

  test('that is none stays as it was typed', () => expect(writeQuantity('doce', ',')).toBe('doce'));
});

describe('cases', () => {
  test.each([
    ['24', '12', undefined],
    ['0', '12', undefined],
    ['30', '12', ['24', '36']],
    ['5', '12', ['12']],
    ['0.3', '0.25', ['0.25', '0.5']],
  ] as const)('near %s by %s are %j', (asked, size, nearest) => {
    expect(nearestCases(asked, size)).toEqual(nearest);
  });

  test('are counted only where they are whole', () => {
    expect([casesOf('84', '12'), casesOf('30', '12'), casesOf('0', '12')]).toEqual(['7', null, '0']);
  });

  test('and units tell each other', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.integer({ min: 1, max: 9999 }), (cases, size) => {
        const units = unitsOf(String(cases), `${size}.5`);
        expect(casesOf(units, `${size}.5`)).toBe(String(cases));
      }),
    );
  });

  test.each([
    ['24', 1, '36'],
    ['24', -1, '12'],
    ['30', 1, '36'],
    ['30', -1, '24'],
    ['0', -1, '0'],
    ['', 1, '12'],
  ] as const)('from %s by %s step to %s', (from, by, to) => expect(stepCases(from, '12', by)).toBe(to));
});
