import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordExpressions } from './search-text.ts';

function finds(search: string, text: string): boolean {
  return wordExpressions(search).every((word) => new RegExp(word, 'u').test(text));
}

describe('the words of a search', () => {
  it('find every text that has them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (search, around) => {
        expect(finds(search, `${around}${search}${around}`)).toBe(true);
      }),
    );
  });

  it.each([
    ['CAFE', 'Café molido'],
    ['café', 'cafe\u0301 molido'],
    ['cafe\u0301', 'CAFÉ'],
    ['ñandu', 'NÁNDÚ'],
    ['500 café', 'Café de 500 g'],
    ['(10%)', 'descuento (10%)'],
    ['', 'anything'],
    ['\u0301', 'anything'],
  ])('%j finds %j', (search, text) => {
    expect(finds(search, text)).toBe(true);
  });

  it.each([
    ['c.fe', 'cafe'],
    ['caf*', 'caf'],
    ['a|b', 'a'],
    ['[a]', 'a'],
    ['café té', 'café'],
  ])('%j does not find %j', (search, text) => {
    expect(finds(search, text)).toBe(false);
  });
});
