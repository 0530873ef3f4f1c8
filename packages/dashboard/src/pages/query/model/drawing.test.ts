import { describe, expect, test } from 'vitest';
import { axisOptions, chooseAxes, COUNT, drawn, isDated, largest, stepOf } from './drawing.ts';
import type { ResultColumn, ResultRow } from './result-columns.ts';

const columns: ResultColumn[] = [
  { nombre: 'tienda', tipo: 'texto' },
  { nombre: 'fecha', tipo: 'fecha' },
  { nombre: 'facturas', tipo: 'entero' },
  { nombre: 'venta', tipo: 'decimal' },
];
const rows: ResultRow[] = [
  ['T1', '2025-10-01', 2, '0.1'],
  ['T2', '2025-10-01', 3, '0.2'],
  ['T1', '2025-10-02', 4, null],
  [null, '2025-10-02', 1, '5'],
];
const dayOf = (instant: string) => instant.slice(0, 10);

describe('the axes of a drawing', () => {
  test('are days and an amount, unless others are chosen', () => {
    expect(chooseAxes(columns, {})).toEqual({ x: 'fecha', y: 'venta' });
    expect(chooseAxes(columns, { x: 'tienda', y: COUNT })).toEqual({ x: 'tienda', y: COUNT });
    expect(chooseAxes(columns, { x: 'gone', y: 'gone' })).toEqual({ x: 'fecha', y: 'venta' });
  });

  test('are what there is', () => {
    expect(axisOptions(columns)).toEqual({ x: ['tienda', 'fecha', 'facturas'], y: ['facturas', 'venta', COUNT] });
    expect(chooseAxes([{ nombre: 'n', tipo: 'entero' }], {})).toEqual({ x: 'n', y: COUNT });
    expect(chooseAxes([{ nombre: 'm', tipo: 'decimal' }], {})).toBeNull();
  });
});

describe('what is drawn', () => {
  test('are exact sums; rows that lack either are left out', () => {
    expect(drawn(columns, rows, { x: 'fecha', y: 'venta' }, dayOf)).toEqual([
      { key: '2025-10-01', sum: '0.3' },
      { key: '2025-10-02', sum: '5' },
    ]);
    expect(drawn(columns, rows, { x: 'tienda', y: COUNT }, dayOf)).toEqual([
      { key: 'T1', sum: '2' },
      { key: 'T2', sum: '1' },
    ]);
  });

  test('instants stand on their days', () => {
    const instants: ResultColumn[] = [{ nombre: 'a', tipo: 'instante' }];
    const at: ResultRow[] = [['2025-10-01T10:00:00Z'], ['2025-10-01T11:00:00Z']];
    expect(drawn(instants, at, { x: 'a', y: COUNT }, dayOf)).toEqual([{ key: '2025-10-01', sum: '2' }]);
    expect(isDated(instants, { x: 'a', y: COUNT })).toBe(true);
  });

  test('the largest come first', () => {
    const places = ['9', '10', '2'].map((sum) => ({ key: sum, sum }));
    expect(largest(places, 2).map(({ sum }) => sum)).toEqual(['10', '9']);
  });

  test('months and weeks are known by their first days', () => {
    expect(stepOf(['2025-09-01', '2025-10-01'])).toBe('month');
    expect(stepOf(['2025-10-06', '2025-10-13'])).toBe('week');
    expect(stepOf(['2025-10-06', '2025-10-07'])).toBe('day');
    expect(stepOf(['2025-10-01'])).toBe('day');
  });
});
