import { expect, test } from 'vitest';
import { HISTORY_LENGTH, readHistory, withPast, type PastStatement } from './history.ts';

const past = (sql: string, at = 1): PastStatement => ({ sql, at, rows: 3 });

test('the last statement stands first, and once', () => {
  const history = withPast(withPast([past('A')], past('B', 2)), past('A', 3));
  expect(history).toEqual([past('A', 3), past('B', 2)]);
});

test('old statements make room', () => {
  const full = Array.from({ length: HISTORY_LENGTH }, (_, index) => past(`Q${index}`));
  expect(withPast(full, past('new'))).toHaveLength(HISTORY_LENGTH);
});

test('what is kept is read as far as it makes sense', () => {
  const history = [past('A'), { ...past('B'), rows: null }];
  expect(readHistory(JSON.stringify([...history, { sql: 5 }, null, 'x']))).toEqual(history);
  for (const broken of [null, '', '{', '"x"', '{}']) expect(readHistory(broken)).toEqual([]);
});

test('what cannot be written as a date or a count, or stands there twice, is not read', () => {
  const kept = [
    past('A', 2),
    past('A', 1),
    past('B', 1e300),
    { sql: 'C', at: 1, rows: 1.5 },
    { sql: 'D', at: 1, rows: null },
    7,
  ];
  expect(readHistory(JSON.stringify(kept)).map(({ sql }) => sql)).toEqual(['A', 'D']);
});
