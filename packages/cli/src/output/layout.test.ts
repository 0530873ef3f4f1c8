import { describe, expect, it } from 'vitest';
import { formatAmount, formatBytes, plural } from './format.ts';
import { grid, nameLines, wrapped } from './layout.ts';
import { visible, visibleLines } from './visible.ts';

it('breaks at spaces, and leaves a word that is too long as it is', () => {
  expect(wrapped('one two  three elephants', 9)).toEqual(['one two', 'three', 'elephants']);
  expect(nameLines(['a', 'bb', 'ccccccccc', 'd'], 6)).toEqual(['a, bb,', 'ccccccccc,', 'd']);
  expect(nameLines([], 6)).toEqual([]);
});

it('aligns texts to the left and figures to the right', () => {
  const rows = [
    ['sales', '1,000', 'equal'],
    ['a', '9', ''],
  ];
  expect(grid(rows, ['left', 'right', 'left'])).toEqual(['sales  1,000  equal', 'a          9']);
});

it('shows what a terminal would obey', () => {
  expect(visible('a\u001B[2Jb\nc\u202E\u0000\uD800')).toBe(String.raw`a\u001b[2Jb\nc\u202e\u0000\ud800`);
  expect(visible('naïve 表 🙂')).toBe('naïve 表 🙂');
  expect(visibleLines('a\r\n\tb\u0007')).toBe(`a\n\tb${String.raw`\u0007`}`);
});

describe('amounts', () => {
  it.each([
    [999_999, '999,999'],
    [2_108_751, '2.1 M'],
    [999_960_000, '999.9 M'],
    [1_000_000_000, '1.0 billion'],
  ])('says %d as %s', (value, text) => {
    expect(formatAmount(value)).toBe(text);
  });

  it('counts with a noun', () => {
    expect([plural(1, 'index'), plural(2, 'index'), plural(1500, 'row')]).toEqual([
      '1 index',
      '2 indexes',
      '1,500 rows',
    ]);
    expect(formatBytes(512 * 1024 ** 2)).toBe('512 MiB');
  });
});
