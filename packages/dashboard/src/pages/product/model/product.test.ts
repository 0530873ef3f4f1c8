import { describe, expect, test } from 'vitest';
import { patchSearch } from '../../../navigation/index.ts';
import { eachDay } from '../../../range/index.ts';
import {
  courseOf,
  coursePatch,
  isBlank,
  kindPatch,
  readProduct,
  rowsOf,
  stepOf,
  totalCover,
  totalOf,
} from './index.ts';
import type { Cover, SeriesDay, StoreStock } from './index.ts';

const day = (fecha: string, patch: Partial<SeriesDay> = {}): SeriesDay => ({
  fecha,
  ubicacion_id: null,
  existencia: '10',
  tiendas: 2,
  unidades: '1',
  venta_total: '5.25',
  lineas: 1,
  ...patch,
});

describe('the address', () => {
  test('names a kind of movement, or none', () => {
    expect(readProduct('')).toEqual({ kind: null, course: 'chart' });
    expect(readProduct('?tipo=ajuste&curso=tabla')).toEqual({ kind: 'ajuste', course: 'table' });
    expect(readProduct('?tipo=robo&curso=x')).toEqual({ kind: null, course: 'chart' });
  });

  test('reads what it writes', () => {
    const written = patchSearch('?tienda=T1', { ...kindPatch('entrada'), ...coursePatch('table') });
    expect(readProduct(written)).toEqual({ kind: 'entrada', course: 'table' });
    expect(patchSearch(written, { ...kindPatch(null), ...coursePatch('chart') })).toBe('?tienda=T1');
  });
});

describe('the course', () => {
  test('is of days while they can be told apart, then of weeks, then of months', () => {
    expect([1, 120, 121, 550, 551, 1096].map(stepOf)).toEqual(['day', 'day', 'week', 'week', 'month', 'month']);
  });

  test('of days is what they say', () => {
    const unknown = day('2025-10-02', { existencia: null, tiendas: 0, unidades: '-0.5' });
    expect(courseOf([day('2025-10-01'), unknown], 'day')).toEqual([
      { date: '2025-10-01', stock: '10', stores: 2, units: '1', sales: '5.25' },
      { date: '2025-10-02', stock: null, stores: 0, units: '-0.5', sales: '5.25' },
    ]);
  });

  test('of weeks and months sums what was sold, and keeps the last stock that is known', () => {
    const days = eachDay({ from: '2025-09-29', to: '2025-10-12' }).map((fecha, index) =>
      day(fecha, { existencia: index === 13 ? null : String(100 - index), unidades: '1.5' }),
    );
    expect(courseOf(days, 'week')).toEqual([
      { date: '2025-09-29', stock: '94', stores: 2, units: '10.5', sales: '36.75' },
      { date: '2025-10-06', stock: '88', stores: 2, units: '10.5', sales: '36.75' },
    ]);
    expect(courseOf(days, 'month').map(({ date, units }) => [date, units])).toEqual([
      ['2025-09-01', '3.0'],
      ['2025-10-01', '18.0'],
    ]);
  });

  test('is blank where there is neither stock nor a sale', () => {
    const nothing = day('2025-10-01', { existencia: null, unidades: '0', lineas: 0 });
    expect(isBlank([nothing])).toBe(true);
    expect(isBlank([nothing, day('2025-10-02', { existencia: '0', lineas: 0 })])).toBe(false);
    expect(isBlank([nothing, day('2025-10-02', { existencia: null, lineas: 1 })])).toBe(false);
  });
});

describe('the stores', () => {
  const row = (id: string, patch: Partial<StoreStock>) =>
    ({ ubicacion_id: id, cantidad: '5', valor_inventario: '10.10', estado: 'NORMAL', ...patch }) as StoreStock;
  const rows = [row('T1', {}), row('T2', { cantidad: '-2.5', valor_inventario: null, estado: 'CRITICO' })];

  test('on screen are those chosen, or all', () => {
    expect(rowsOf(rows, [])).toEqual(rows);
    expect(rowsOf(rows, ['T2', 'T9'])).toEqual([rows[1]]);
  });

  test('add up, what is below zero included', () => {
    expect(totalOf(rows)).toEqual({ quantity: '2.5', value: '10.10', stores: 2, urgent: 1 });
    expect(totalOf([])).toEqual({ quantity: '0', value: '0', stores: 0, urgent: 0 });
  });
});

describe('the cover of all stores', () => {
  const cover = (rows: readonly (readonly [string, string])[]): Cover =>
    ({
      dias: 28,
      fecha_inicio: null,
      fecha_fin: null,
      datos: rows.map(([cantidad, unidades_vendidas]) => ({ cantidad, unidades_vendidas })),
    }) as unknown as Cover;

  test('is their stock by what they sell in a day', () => {
    expect(
      totalCover(
        cover([
          ['10', '28'],
          ['4', '14'],
        ]),
      ),
    ).toEqual({ days: '9.3', demand: '1.50' });
  });

  test('is none where nothing is sold', () => {
    expect(totalCover(cover([['10', '0']]))).toEqual({ days: null, demand: '0.00' });
    expect(totalCover({ ...cover([]), dias: 0 })).toEqual({ days: null, demand: null });
  });
});
