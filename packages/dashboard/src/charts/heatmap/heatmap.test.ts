import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levelsOf } from './levels.ts';
import { moved } from './moved.ts';

test('shades rise with the values, from zero', () => {
  const levels = levelsOf([0, 20, 50, 100, null]);
  expect([0, 20, 50, 100].map(levels.of)).toEqual([1, 2, 3, 5]);
  expect(levels.edges).toEqual([0, 20, 40, 60, 80, 100]);
});

test('values that lie close together are still told apart', () => {
  const levels = levelsOf([90, 95, 100]);
  expect([90, 95, 100].map(levels.of)).toEqual([1, 3, 5]);
});

test('what is below zero has no shade, and one value alone is the most', () => {
  expect(levelsOf([-5, 10]).of(-5)).toBe(0);
  expect(levelsOf([7, 7]).of(7)).toBe(5);
  expect(levelsOf([0]).of(0)).toBe(1);
  expect(levelsOf([]).of(0)).toBe(1);
});

test('more is never paler', () => {
  const values = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 2 });
  fc.assert(
    fc.property(values, (figures) => {
      const levels = levelsOf(figures);
      const shades = figures.toSorted((a, b) => a - b).map(levels.of);
      expect(shades).toEqual(shades.toSorted((a, b) => a - b));
    }),
  );
});

test('the arrow keys stay within the cells', () => {
  expect(moved('ArrowUp', [0, 2], 3, 4)).toEqual([0, 2]);
  expect(moved('ArrowDown', [0, 2], 3, 4)).toEqual([1, 2]);
  expect(moved('End', [1, 0], 3, 4)).toEqual([1, 3]);
  expect(moved('PageDown', [0, 1], 3, 4)).toEqual([2, 1]);
  expect(moved('x', [0, 0], 3, 4)).toBeNull();
});
