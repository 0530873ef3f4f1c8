import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withOthers } from './others.ts';
import { tilesOf } from './tiles.ts';

const weights = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 60 });

test('each tile has its share of the area, within the box', () => {
  fc.assert(
    fc.property(
      weights,
      fc.integer({ min: 50, max: 2000 }),
      fc.integer({ min: 50, max: 800 }),
      (given, width, height) => {
        const sorted = given.toSorted((a, b) => b - a);
        const whole = sorted.reduce((sum, weight) => sum + weight, 0);
        const tiles = tilesOf(sorted, width, height);
        expect(tiles).toHaveLength(sorted.length);
        for (const [index, tile] of tiles.entries()) {
          const share = whole === 0 ? 0 : (sorted[index] ?? 0) / whole;
          expect(tile.width * tile.height).toBeCloseTo(share, 4);
          expect(tile.left + tile.width).toBeLessThanOrEqual(1.0001);
          expect(tile.top + tile.height).toBeLessThanOrEqual(1.0001);
        }
      },
    ),
  );
});

test('what is too small to be read is one tile, and what is not positive has none', () => {
  const items = [1000, 500, 1, 1, 1, 0, -5].map((value, index) => ({ id: String(index), name: `N${index}`, value }));
  const shown = withOthers(items, 100_000, (count) => `Otros ${count}`);
  expect(shown.map(({ name, value, isRest }) => [name, value, isRest])).toEqual([
    ['N0', 1000, false],
    ['N1', 500, false],
    ['Otros 3', 3, true],
  ]);
  expect(withOthers(items.slice(0, 3), 100_000, String).map(({ id }) => id)).toEqual(['0', '1', '2']);
});
