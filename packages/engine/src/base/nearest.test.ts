import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from './nearest.ts';

const commands = ['up', 'demo', 'migrate', 'verify', 'token', 'url'];

describe('nearest', () => {
  it.each([
    ['dmeo', 'demo'],
    ['migrat', 'migrate'],
    ['MIGRATE', 'migrate'],
    ['ver', 'verify'],
    ['tokne', 'token'],
    ['upp', 'up'],
    ['restaurant', undefined],
    ['x', undefined],
  ])('takes %j for %j', (word, expected) => {
    expect(nearest(word, commands)).toBe(expected);
  });
});

describe('editDistance', () => {
  it.each([
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['flaw', 'lawn', 2],
    ['same', 'same', 0],
  ])('from %j to %j is %i', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });

  it('is the same both ways and obeys the triangle inequality', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
    );
  });
});
