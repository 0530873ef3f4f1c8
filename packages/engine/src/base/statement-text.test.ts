import { expect, test } from 'vitest';
import { statementText } from './statement-text.ts';

const told = (text: string, ...values: readonly unknown[]): string => statementText({ text, values });

test('values stand in the places of the parameters, as often as these are named', () => {
  expect(told('SELECT $1, $2, $1', 'a', 7)).toBe("SELECT 'a', 7, 'a'");
  expect(told('SELECT $10', ...Array.from({ length: 9 }, () => 0), 'tenth')).toBe("SELECT 'tenth'");
});

test.each([
  [null, 'NULL'],
  [undefined, 'NULL'],
  [true, 'true'],
  [-3, '(-3)'],
  ["O'Higgins", "'O''Higgins'"],
  ['$1 \\ "x"', `'$1 \\ "x"'`],
  [['T1', "T'2"], "CAST(ARRAY['T1', 'T''2'] AS text[])"],
  [[], 'CAST(ARRAY[] AS text[])'],
])('%j is written as %s', (value, written) => {
  expect(told('SELECT $1', value)).toBe(`SELECT ${written}`);
});

test('whole numbers of any size are written out', () => {
  expect(told('SELECT $1', 12_345_678_901_234_567_890n)).toBe('SELECT 12345678901234567890');
});

test('what no literal can tell is refused', () => {
  expect(() => told('SELECT $1', {})).toThrow(TypeError);
});

test('the indentation of the code goes, that of a text in a value stays', () => {
  expect(told('\n    SELECT 1\n      FROM t\n\n    WHERE x = $1\n  ', '\n      a')).toBe(
    "SELECT 1\n  FROM t\nWHERE x = '\n      a'",
  );
  expect(told('SELECT 1')).toBe('SELECT 1');
});
