import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromParts, nearestCases, toParts } from './quantity.ts';
import { suggest } from './suggest.ts';

const facts = {
  stock_maximo: '100',
  existencia: '20',
  en_camino: '24',
  unidades_por_bulto: '12',
  cantidad_maxima: null,
};
const suggested = (changed: object) => suggest({ ...facts, ...changed })?.cantidad_sugerida;

/** Quantities as NUMERIC(12,4) has them. */
const parts = fc.bigInt({ min: 0n, max: 10n ** 12n - 1n });
const quantity = parts.map(fromParts);
const caseSize = fc.bigInt({ min: 1n, max: 10n ** 9n }).map(fromParts);

describe('a suggestion', () => {
  it('brings the store up to its maximum, in whole cases', () => {
    expect(suggest(facts)).toEqual({
      cantidad_sugerida: '60',
      calculo: {
        stock_maximo: '100',
        existencia: '20',
        en_camino: '24',
        necesidad: '56',
        unidades_por_bulto: '12',
        cantidad_maxima: null,
      },
    });
  });

  it.each([
    ['of nothing for a full store', { existencia: '76' }, '0'],
    ['of nothing for more than a full store', { existencia: '500' }, '0'],
    ['as if empty for a negative stock', { existencia: '-40', en_camino: '0' }, '108'],
    ['as if empty for a store that never had any', { existencia: null, en_camino: '4' }, '96'],
    ['of parts of units', { unidades_por_bulto: '0.5', existencia: '43.7' }, '32.5'],
    ['of no more than may be ordered, in whole cases', { cantidad_maxima: '50' }, '48'],
    ['of nothing if not even a case may be ordered', { cantidad_maxima: '11.9999' }, '0'],
  ])('is %s', (_name, changed, wanted) => {
    expect(suggested(changed)).toBe(wanted);
  });

  it('is not made without a maximum', () => {
    expect(suggest({ ...facts, stock_maximo: null })).toBeUndefined();
  });

  it('covers the need by less than a case too much, whatever the numbers', () => {
    fc.assert(
      fc.property(quantity, quantity, quantity, caseSize, (stock_maximo, existencia, en_camino, unidades_por_bulto) => {
        const made = suggest({ ...facts, stock_maximo, existencia, en_camino, unidades_por_bulto });
        const [number, need] = [toParts(made?.cantidad_sugerida ?? ''), toParts(made?.calculo.necesidad ?? '')];
        const missing = toParts(stock_maximo) - toParts(existencia) - toParts(en_camino);
        expect(need).toBe(missing > 0n ? missing : 0n);
        expect(number % toParts(unidades_por_bulto)).toBe(0n);
        expect(number - need).toBeGreaterThanOrEqual(0n);
        expect(number - need).toBeLessThan(toParts(unidades_por_bulto));
      }),
    );
  });
});

describe('whole cases', () => {
  it.each([
    ['24', '12', undefined],
    ['24.0000', '12.0', undefined],
    ['0', '12', undefined],
    ['30', '12', ['24', '36']],
    ['5', '12', ['12']],
    ['0.3', '0.25', ['0.25', '0.5']],
    ['99999999.9999', '7', ['99999998', '100000005']],
  ])('of %s by %s are %j', (asked, size, nearest) => {
    expect(nearestCases(asked, size)).toEqual(nearest);
  });

  it('are told right, whatever the numbers', () => {
    fc.assert(
      fc.property(quantity, caseSize, (asked, size) => {
        for (const near of nearestCases(asked, size) ?? []) {
          expect(nearestCases(near, size)).toBeUndefined();
          const apart = toParts(near) - toParts(asked);
          expect(apart < 0n ? -apart : apart).toBeLessThan(toParts(size));
        }
      }),
    );
  });

  it('keep every digit', () => {
    fc.assert(fc.property(parts, (value) => toParts(fromParts(value)) === value));
    expect(fromParts(-12_500n)).toBe('-1.25');
    expect(toParts('-0.5')).toBe(-5000n);
    expect(() => toParts('0.00001')).toThrow(TypeError);
  });
});
