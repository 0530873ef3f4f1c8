import { expect, test } from 'vitest';
import { resultColumns, type ResultColumn, type ResultRow } from './result-columns.ts';

function written(tipo: ResultColumn['tipo'], values: ResultRow, tag = 'es-VE'): string[] {
  const [column] = resultColumns(
    [{ nombre: 'n', tipo }],
    values.map((value) => [value]),
    tag,
  );
  return values.map((value) => (value === null ? '' : (column?.write?.(value) ?? String(value))));
}

test('every digit is shown, and as many in each row', () => {
  expect(written('decimal', ['25.500000', '3.000000'])).toEqual(['25,50', '3,00']);
  expect(written('decimal', ['1234.000000', '5.000000'])).toEqual(['1.234', '5']);
  expect(written('decimal', ['0.123456789012', '-1.5'], 'en-US')).toEqual(['0.123456789012', '−1.500000000000']);
  expect(written('decimal', ['12345678901234567890.12'])).toEqual(['12.345.678.901.234.567.890,12']);
});

test('numbers that name something are no quantities', () => {
  const [id, count] = resultColumns(
    [
      { nombre: 'factura_id', tipo: 'entero' },
      { nombre: 'unidades', tipo: 'entero' },
    ],
    [[282897, 282897]],
    'es-VE',
  );
  expect([id?.write?.(282897), count?.write?.(282897)]).toEqual(['282897', '282.897']);
});

test('years are no quantities', () => {
  expect(written('entero', [2024, 2025, null])).toEqual(['2024', '2025', '']);
  expect(written('entero', [2024, 12])).toEqual(['2.024', '12']);
});

test('a column is as wide as what it holds, within bounds', () => {
  const columns = resultColumns(
    [
      { nombre: 'a', tipo: 'texto' },
      { nombre: 'b', tipo: 'texto' },
    ],
    [['x', 'y'.repeat(500)]],
    'es-VE',
  );
  expect(columns.map(({ width }) => width)).toEqual([8, 44]);
});
