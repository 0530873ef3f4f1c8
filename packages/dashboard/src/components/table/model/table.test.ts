import { describe, expect, test } from 'vitest';
import { createLocale } from '../../../i18n/index.ts';
import { nextOrder, tracksOf, type Column } from './column.ts';
import { sortRows } from './sort-rows.ts';
import { placeAfter } from '../grid/useGridKeys.ts';
import { figureWidths, writeCell } from './write-cell.ts';

interface Row {
  readonly name: string | null;
  readonly amount: string | null;
  readonly day?: string;
}

const columns: Column<Row>[] = [
  { id: 'name', header: 'Name', kind: 'text', value: ({ name }) => name },
  { id: 'amount', header: 'Amount', kind: 'money', value: ({ amount }) => amount },
  { id: 'day', header: 'Day', kind: 'date', value: ({ day }) => day ?? null },
];
const row = (name: string | null, amount: string | null): Row => ({ name, amount });
const sorted = (rows: readonly Row[], column: string, descending = false) =>
  sortRows(rows, columns, { column, descending }, 'es-VE');

describe('rows in order', () => {
  test('amounts are ordered as numbers, exactly', () => {
    const rows = ['9', '10', '-1', '90071992547409930.01', '90071992547409930.02'].map((amount) => row('x', amount));
    expect(sorted(rows, 'amount').map(({ amount }) => amount)).toEqual([
      '-1',
      '9',
      '10',
      '90071992547409930.01',
      '90071992547409930.02',
    ]);
    expect(sorted(rows, 'amount', true)[0]?.amount).toBe('90071992547409930.02');
  });

  test('texts are ordered as people do', () => {
    const rows = ['Zulia', 'ávila', 'Caja 10', 'Caja 9', 'Ñáñez', 'Nube'].map((name) => row(name, '1'));
    expect(sorted(rows, 'name').map(({ name }) => name)).toEqual([
      'ávila',
      'Caja 9',
      'Caja 10',
      'Nube',
      'Ñáñez',
      'Zulia',
    ]);
  });

  test('rows without a value stand last both ways, equals as they came', () => {
    const rows = [row('a', null), row('b', '1'), row('c', '1.0'), row('d', '2')];
    expect(sorted(rows, 'amount').map(({ name }) => name)).toEqual(['b', 'c', 'd', 'a']);
    expect(sorted(rows, 'amount', true).map(({ name }) => name)).toEqual(['d', 'b', 'c', 'a']);
  });

  test('without an order they stay as they came', () => {
    const rows = [row('b', '1'), row('a', '2')];
    expect(sortRows(rows, columns, null, 'es-VE')).toBe(rows);
    expect(sortRows(rows, columns, { column: 'gone', descending: false }, 'es-VE')).toBe(rows);
  });

  test('a press begins with the largest, another one turns it around', () => {
    const first = nextOrder(null, { id: 'amount', kind: 'money' });
    expect(first).toEqual({ column: 'amount', descending: true });
    expect(nextOrder(first, { id: 'amount', kind: 'money' })).toEqual({ column: 'amount', descending: false });
    expect(nextOrder(first, { id: 'name', kind: 'text' })).toEqual({ column: 'name', descending: false });
  });
});

test('a table is never narrower than its columns together', () => {
  const { columns: tracks, width } = tracksOf([
    { kind: 'text', width: 20 },
    { kind: 'money', width: 10 },
  ]);
  expect(tracks).toBe('minmax(10rem, 30fr) minmax(5rem, 5fr)');
  expect(width).toBe(15);
});

test('a column of figures is as wide as its longest, however its rows stand', () => {
  const rows = [row('a name that is long', '1.2345678'), row('b', null), row('c', '111850263.87'), row('d', '-9')];
  const needed = figureWidths(rows, columns, createLocale('es'));
  expect(needed).toEqual([null, '111.850.263,87'.length + 4, null]);
  expect(tracksOf(columns, needed)).toEqual({
    columns: 'minmax(9rem, 27fr) minmax(9rem, 9fr) minmax(7.5rem, 7.5fr)',
    width: 25.5,
  });
  expect(figureWidths([], columns, createLocale('es'))).toEqual([null, null, null]);
  const drawn = columns.map((column) => ({ ...column, cell: () => null }));
  expect(figureWidths(rows, drawn, createLocale('es'))).toEqual([null, null, null]);
});

describe('a value in its cell', () => {
  const spanish = createLocale('es');
  const english = createLocale('en');

  test.each([
    ['money', '1234.5', '1.234,50', '1,234.50'],
    ['quantity', '1234.5', '1.234,5', '1,234.5'],
    ['whole', 1234, '1.234', '1,234'],
    ['percent', '12.3456', '12,35 %', '12.35 %'],
    ['text', '0012', '0012', '0012'],
    ['boolean', true, 'Sí', 'Yes'],
    ['money', null, '—', '—'],
    ['money', 'unreadable', 'unreadable', 'unreadable'],
    ['date', 'unreadable', 'unreadable', 'unreadable'],
    ['instant', 'unreadable', 'unreadable', 'unreadable'],
  ] as const)('of kind %s: %s', (kind, value, inSpanish, inEnglish) => {
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    expect(plain(writeCell(value, kind, spanish))).toBe(inSpanish);
    expect(plain(writeCell(value, kind, english))).toBe(inEnglish);
  });

  test('days are days everywhere', () => {
    expect(writeCell('2025-11-15', 'date', spanish)).toMatch(/^15.nov.2025$/);
  });
});

describe('the keys of a grid', () => {
  const size = { rows: 100, columns: 5, page: 10 };
  test.each([
    ['ArrowDown', false, [0, 0], [1, 0]],
    ['ArrowUp', false, [0, 2], [-1, 2]],
    ['ArrowUp', false, [-1, 2], [-1, 2]],
    ['ArrowLeft', false, [3, 0], [3, 0]],
    ['ArrowRight', false, [3, 4], [3, 4]],
    ['PageDown', false, [95, 1], [99, 1]],
    ['PageUp', false, [4, 1], [0, 1]],
    ['Home', false, [7, 3], [7, 0]],
    ['End', false, [7, 3], [7, 4]],
    ['Home', true, [7, 3], [0, 0]],
    ['End', true, [7, 3], [99, 4]],
    ['ArrowDown', true, [7, 3], [99, 3]],
  ] as const)('%s (control: %s) leads from %j to %j', (key, control, [row, column], [nextRow, nextColumn]) => {
    expect(placeAfter(key, control, { row, column }, size)).toEqual({ row: nextRow, column: nextColumn });
  });

  test('other keys are left to whoever wants them', () => {
    expect(placeAfter('a', false, { row: 0, column: 0 }, size)).toBeNull();
  });
});
