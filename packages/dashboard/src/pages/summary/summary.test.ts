import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComparedStatistics } from '../../hooks/index.ts';
import { comparableRange, comparableTotals, isLate, storeRows } from './model.ts';
import { initialOrder, nextOrder, sortStores, storeColumns } from './store-order.ts';

const totals = (venta_total: string) => ({
  venta_total,
  unidades: '10.5',
  lineas: 8,
  lineas_devueltas: 1,
  facturas: 4,
  ticket_promedio: '2.50',
});
const store = (id: string, venta_total: string, datos_hasta: string | null) => ({
  ubicacion_id: id,
  nombre: `Tienda ${id}`,
  datos_hasta,
  ...totals(venta_total),
});
const answer = (venta_total: string, por_tienda: ReturnType<typeof store>[]) => ({
  rango: { fecha_inicio: null, fecha_fin: null },
  totales: totals(venta_total),
  por_tienda,
  por_dia: [],
});
const statistics: ComparedStatistics = {
  range: { from: '2025-10-25', to: '2025-10-31' },
  previousError: null,
  current: answer('400.00', [store('B', '300', '2025-10-31'), store('A', '100', '2025-10-28'), store('C', '0', null)]),
  previous: answer('380.00', [store('A', '80', '2025-10-28'), store('B', '300', '2025-10-31')]),
};
const data = { from: '2025-01-01', to: '2025-10-31' };

describe('the model', () => {
  test('relates a store to all stores, to itself before, and to the others’ last day', () => {
    const [b, a, c] = storeRows(statistics, data);
    expect(b).toMatchObject({ id: 'B', sales: '300', share: 0.75, change: 0, daysBehind: 0 });
    expect(a).toMatchObject({ id: 'A', share: 0.25, change: 0.25, daysBehind: 3 });
    expect(c).toMatchObject({ id: 'C', share: 0, change: null, daysBehind: null });
    expect([b, a, c].map((row) => row !== undefined && isLate(row))).toEqual([false, true, true]);
  });

  test('compares with a period that the data cover whole, or with none', () => {
    expect(comparableTotals(statistics, data)?.venta_total).toBe('380.00');
    const short = { from: '2025-10-19', to: '2025-10-31' };
    expect(comparableTotals(statistics, short)).toBeNull();
    expect(storeRows(statistics, short).map((row) => row.change)).toEqual([null, null, null]);
  });

  test('compares with nothing if the period before brought no answer, or lies before all dates', () => {
    const alone = { ...statistics, previous: null };
    expect(comparableTotals(alone, data)).toBeNull();
    expect(storeRows(alone, data).map((row) => row.change)).toEqual([null, null, null]);
    expect(comparableRange({ from: '1000-01-01', to: '2999-12-31' }, data)).toBeNull();
  });

  test('compares no period that reaches past the data: it would look like a collapse', () => {
    const ended = { from: '2025-01-01', to: '2025-10-30' };
    expect(comparableTotals(statistics, ended)).toBeNull();
    expect(storeRows(statistics, ended).map((row) => row.change)).toEqual([null, null, null]);
    expect(comparableRange(statistics.range, data)).toEqual({ from: '2025-10-18', to: '2025-10-24' });
    expect(comparableRange(statistics.range, ended)).toBeNull();
  });
});

describe('the order of the stores', () => {
  const rows = storeRows(statistics, data);
  const ids = (column: (typeof storeColumns)[number], descending: boolean) =>
    sortStores(rows, { column, descending }, 'es-VE').map(({ id }) => id);

  test('is by sales at first', () => {
    expect(sortStores(rows, initialOrder, 'es-VE').map(({ id }) => id)).toEqual(['B', 'A', 'C']);
  });

  test('turns around at a second click, and starts where one looks first', () => {
    expect(nextOrder(initialOrder, 'sales')).toEqual({ column: 'sales', descending: false });
    expect(nextOrder(initialOrder, 'name')).toEqual({ column: 'name', descending: false });
    expect(nextOrder(initialOrder, 'units')).toEqual({ column: 'units', descending: true });
  });

  test('puts rows without a value last, either way', () => {
    expect(ids('dataUntil', false)).toEqual(['A', 'B', 'C']);
    expect(ids('dataUntil', true)).toEqual(['B', 'A', 'C']);
    expect(ids('change', true)).toEqual(['A', 'B', 'C']);
    expect(ids('change', false)).toEqual(['B', 'A', 'C']);
  });

  test('keeps every row, by any column', () => {
    fc.assert(
      fc.property(fc.constantFrom(...storeColumns), fc.boolean(), (column, descending) => {
        expect(ids(column, descending).toSorted()).toEqual(['A', 'B', 'C']);
      }),
    );
  });
});
