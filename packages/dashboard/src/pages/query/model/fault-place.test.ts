import { expect, test } from 'vitest';
import { faultPlaceOf, faultRange } from './fault-place.ts';

test('the place is read from the end of the sentence', () => {
  expect(faultPlaceOf('DuckDB no la ejecuta: Referenced column "nada" not found (línea 2, columna 3)')).toEqual({
    line: 2,
    column: 3,
  });
  expect(faultPlaceOf('Debe ser un solo SELECT.')).toBeNull();
});

test.each([
  ['SELECT id,\n  nada FROM ventas_raw', { line: 2, column: 3 }, 'nada'],
  ['SELECT "mi columna"', { line: 1, column: 8 }, '"mi columna"'],
  ['SELECT (1', { line: 1, column: 8 }, '('],
  ['SELECT año FROM x', { line: 1, column: 8 }, 'año'],
  ['SELECT', { line: 1, column: 7 }, 'T'],
  ['SELECT 1', { line: 9, column: 9 }, '1'],
])('in %j the fault stands out', (sql, place, marked) => {
  const { from, to } = faultRange(sql, place);
  expect(sql.slice(from, to)).toBe(marked);
});
