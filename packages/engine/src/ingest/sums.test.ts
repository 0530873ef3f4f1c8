import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addSums, sameSums } from './sums.ts';

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 8 }))
  .map(([digits, scale]) => {
    const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
    const point = text.length - scale;
    return `${digits < 0n ? '-' : ''}${text.slice(0, point)}${scale === 0 ? '' : `.${text.slice(point)}`}`;
  });

it('adds decimals of any scale exactly: what is added can be taken away', () => {
  fc.assert(
    fc.property(decimal, decimal, (left, right) => {
      const minus = right.startsWith('-') ? right.slice(1) : `-${right}`;
      const back = addSums(addSums({ x: left }, { x: right }), { x: minus });
      expect(sameSums(back, { x: left })).toBe(true);
    }),
  );
});

it('does what the till does', () => {
  expect(addSums({ cantidad: '0.1', monto_total: '-1.05' }, { cantidad: '0.2' })).toEqual({
    cantidad: '0.3',
    monto_total: '-1.05',
  });
  expect(sameSums({ a: '1.50' }, { a: '1.5', b: '7' })).toBe(true);
  expect(sameSums({ a: '1.50' }, { a: '1.51' })).toBe(false);
});
