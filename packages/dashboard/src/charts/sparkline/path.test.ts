import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sparklinePaths } from './path.ts';

test('runs from the left edge to the right, the least figure lowest', () => {
  expect(sparklinePaths([1, 3, 2], 200, 36)).toEqual({
    line: 'M0,34L100,2L200,18',
    area: 'M0,34L100,2L200,18L200,36L100,36L0,36Z',
  });
});

test('breaks at gaps', () => {
  expect(sparklinePaths([1, null, 3, 3], 90, 36).line).toBe('M0,34ZM60,2L90,2');
});

test('a flat series runs through the middle, and none draws nothing', () => {
  expect(sparklinePaths([5, 5], 100, 36).line).toBe('M0,18L100,18');
  expect(sparklinePaths([5], 100, 36).line).toBe('M50,18Z');
  expect(sparklinePaths([null, null], 100, 36)).toEqual({ line: '', area: '' });
});

test('stays within its box', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.double({ min: -1e12, max: 1e12, noNaN: true })), { minLength: 1 }), (figures) => {
      const numbers =
        sparklinePaths(figures, 200, 36)
          .area.match(/-?[\d.]+/g)
          ?.map(Number) ?? [];
      for (const [index, value] of numbers.entries()) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(index % 2 === 0 ? 200 : 36);
      }
    }),
  );
});
