import { expect, test } from 'vitest';
import { isMatch } from './matching.ts';

test('words are found by their beginnings, without accents, in any order', () => {
  expect(isMatch('Mérida Andes · 03', 'merida')).toBe(true);
  expect(isMatch('Mérida Andes · 03', 'and MÉR')).toBe(true);
  expect(isMatch('Mérida Andes · 03', '03')).toBe(true);
  expect(isMatch('Mérida Andes · 03', 'erida')).toBe(false);
  expect(isMatch('Mérida Andes · 03', 'merida chacao')).toBe(false);
});

test('nothing typed finds everything', () => {
  expect(['', '  ', '·'].map((search) => isMatch('Chacao', search))).toEqual([true, true, true]);
});
