import { describe, expect, test } from 'vitest';
import {
  cellName,
  classesPatch,
  heatOf,
  historyOf,
  readClasses,
  shareBefore,
  sumOf,
  type MatrixCell,
} from './index.ts';

describe('the address', () => {
  test.each([
    ['', { cell: null, weeks: 12, product: null }],
    ['?clase=AX&semanas=26&cuentas=P%201', { cell: { abc: 'A', xyz: 'X' }, weeks: 26, product: 'P 1' }],
    ['?clase=B-', { cell: { abc: 'B', xyz: null }, weeks: 12, product: null }],
    ['?clase=AQ&semanas=7&cuentas=', { cell: null, weeks: 12, product: null }],
    ['?clase=A', { cell: null, weeks: 12, product: null }],
  ])('%s is read', (search, expected) => {
    expect(readClasses(search)).toEqual(expected);
  });

  test('is changed by what is named, and says nothing of what is usual', () => {
    expect(classesPatch({ cell: { abc: 'C', xyz: null } })).toEqual({ clase: 'C-' });
    expect(classesPatch({ cell: null, weeks: 12, product: null })).toEqual({
      clase: null,
      semanas: null,
      cuentas: null,
    });
    expect(classesPatch({ weeks: 8 })).toEqual({ semanas: '8' });
  });

  test('a cell is read as it is written', () => {
    const cell = { abc: 'B', xyz: null } as const;
    expect(readClasses(`?clase=${cellName(cell)}`).cell).toEqual(cell);
  });
});

const cell = (abc: MatrixCell['abc'], xyz: MatrixCell['xyz'], productos: number, valor: string): MatrixCell => ({
  ...{ abc, xyz, productos, valor, total: '300' },
  ...{ productos_porcentaje: null, valor_porcentaje: null },
});

describe('the matrix', () => {
  const cells = [cell('A', 'X', 2, '200.50'), cell('A', null, 1, '49.5'), cell('B', 'X', 3, '50')];

  test('is summed by row, by column and whole, exactly', () => {
    expect(sumOf(cells, ({ abc }) => abc === 'A')).toEqual({ products: 3, value: '250.00', share: '83.33' });
    expect(sumOf(cells, ({ xyz }) => xyz === 'X')).toEqual({ products: 5, value: '250.50', share: '83.50' });
    expect(sumOf(cells)).toEqual({ products: 6, value: '300.00', share: '100.00' });
    expect(sumOf([])).toEqual({ products: 0, value: '0', share: null });
  });

  test.each([
    [0, '0.00', 0],
    [1, null, 1],
    [1, '4.99', 1],
    [1, '5.00', 2],
    [9, '49.99', 4],
    [9, '100.00', 5],
    [1, '-3.00', 1],
  ])('a cell of %i products and %s percent has the heat %i', (productos, valor_porcentaje, heat) => {
    expect(heatOf({ productos, valor_porcentaje })).toBe(heat);
  });
});

describe('what products before one have of the whole', () => {
  test('is what has come together without it', () => {
    expect(shareBefore({ valor: '20', acumulado: '100', total: '200' })).toBe('40.00');
    expect(shareBefore({ valor: '150', acumulado: '150', total: '200' })).toBe('0.00');
  });

  test('counts nothing of a product that was paid back for more than it brought', () => {
    expect(shareBefore({ valor: '-5', acumulado: '200', total: '200' })).toBe('100.00');
    expect(shareBefore({ valor: '-5', acumulado: '0', total: '0' })).toBeNull();
  });
});

describe('the history of classes', () => {
  const row = (fecha_calculo: string, ubicacion_id: string, abc: string | null, xyz: string | null) => ({
    ...{ fecha_calculo, ubicacion_id },
    ...{ clasificacion_abc_valor: abc, clasificacion_xyz: xyz },
  });
  const rows = [
    row('2025-03-01', 'T1', 'B', 'X'),
    row('2025-03-01', 'T2', 'C', null),
    row('2025-02-01', 'T2', 'C', null),
    row('2025-01-01', 'T1', 'A', 'X'),
  ];

  test('has stores below each other and dates beside each other, and says where a class changed', () => {
    expect(historyOf(rows, 6)).toEqual({
      dates: ['2025-03-01', '2025-02-01', '2025-01-01'],
      stores: [
        {
          id: 'T1',
          cells: [
            { name: 'BX', changed: true },
            { name: null, changed: false },
            { name: 'AX', changed: false },
          ],
        },
        {
          id: 'T2',
          cells: [
            { name: 'C-', changed: false },
            { name: 'C-', changed: false },
            { name: null, changed: false },
          ],
        },
      ],
    });
  });

  test('keeps the last dates, and what changed since those before', () => {
    const { dates, stores } = historyOf(rows, 1);
    expect(dates).toEqual(['2025-03-01']);
    expect(stores[0]?.cells).toEqual([{ name: 'BX', changed: true }]);
  });
});
