import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, eachDay, lengthInDays, weekday, type DateRange } from '../../../range/index.ts';
import { readSummary, summaryPatch } from './address.ts';
import { concernsOf } from './attention.ts';
import { comparedRanges } from './compared.ts';
import { coursesOf, daysOf, weeklyShift, type DayRow } from './days.ts';
import { lostTotal, stockTotal, stockValueThen } from './stock.ts';
import { isLate, storeRows, type Freshness, type StoreAnswer } from './stores.ts';

const data = { from: '2024-10-01', to: '2025-10-31' };
const ranges = fc
  .record({ from: fc.integer({ min: 0, max: 395 }), days: fc.integer({ min: 1, max: 400 }) })
  .map(({ from, days }): DateRange => ({ from: addDays(data.from, from), to: addDays(data.from, from + days - 1) }));

const figures = (venta_total: string, lineas = 1) => ({
  venta_total,
  unidades: '1',
  lineas,
  lineas_devueltas: 0,
  venta_con_costo: '0',
  costo: '0',
  margen: '0',
  margen_porcentaje: null,
  facturas: lineas,
  ticket_promedio: null,
});
const suffixed = (values: object, suffix: string) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name + suffix, value]));
/** A day's row; null is a day without lines. */
const row = (fecha: string, now: string | null, before: string | null = null, year: string | null = null) =>
  ({
    fecha,
    ...figures(now ?? '0', now === null ? 0 : 1),
    ...suffixed(figures(before ?? '0', before === null ? 0 : 1), '_anterior'),
    ...suffixed(figures(year ?? '0', year === null ? 0 : 1), '_anio_anterior'),
    cambio_anterior: null,
    cambio_anio_anterior: null,
  }) as unknown as DayRow;

describe('the ranges to compare with', () => {
  test('are whole within the data, or none', () => {
    expect(comparedRanges({ from: '2025-10-25', to: '2025-10-31' }, data)).toEqual({
      previous: { from: '2025-10-18', to: '2025-10-24' },
      year: { from: '2024-10-26', to: '2024-11-01' },
    });
    const none = { previous: null, year: null };
    expect(comparedRanges({ from: '2025-10-25', to: '2025-11-01' }, data)).toEqual(none);
    expect(comparedRanges(data, data)).toEqual(none);
    expect(comparedRanges({ from: '1000-01-01', to: '2999-12-31' }, data)).toEqual(none);
  });
});

describe('the days', () => {
  test('have gaps where nothing is known, and stand over the same weekday', () => {
    const range = { from: '2025-10-22', to: '2025-10-31' };
    const rows = eachDay(range).map((date, index) => row(date, index === 3 ? null : String(index), `1${index}`));
    const { days, missing, shift } = daysOf(range, data, rows, 'previous');
    expect(shift).toBe(7);
    expect(missing).toBe(1);
    expect(days[3]).toEqual({
      date: '2025-10-25',
      sales: null,
      comparedDate: '2025-10-18',
      comparedSales: '16',
    });
    // Within the range itself, where the week before is this range's.
    expect(days[8]).toMatchObject({ comparedDate: '2025-10-23', comparedSales: '1' });
  });

  test('stand over those of a year ago', () => {
    const range = { from: '2025-10-30', to: '2025-10-31' };
    const rows = [row('2025-10-30', '9.99', null, '7.10'), row('2025-10-31', null, '1', null)];
    const { days, shift } = daysOf(range, data, rows, 'year');
    expect(shift).toBe(364);
    expect(days[0]).toEqual({ date: '2025-10-30', sales: '9.99', comparedDate: '2024-10-31', comparedSales: '7.10' });
    expect(days[1]).toMatchObject({ sales: null, comparedSales: null });
  });

  test('count every day without sales, however far the data are', () => {
    const endless = daysOf({ from: '1000-01-01', to: '2999-12-31' }, data, [row('2025-10-30', '1')], 'previous');
    expect(endless.days).toHaveLength(lengthInDays(data));
    expect(endless.missing).toBe(lengthInDays({ from: '1000-01-01', to: '2999-12-31' }) - 1);
    expect(endless.shift).toBeNull();
  });

  test('are compared with days that the range and the one before it hold, on the same weekday', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        const shift = weeklyShift(range);
        expect(shift).toBeGreaterThanOrEqual(1);
        expect(shift).toBeLessThanOrEqual(lengthInDays(range));
        expect(lengthInDays(range) < 7 || weekday(addDays(range.from, -shift)) === weekday(range.from)).toBe(true);
      }),
    );
  });

  test('are a course with gaps', () => {
    const range = { from: '2025-10-30', to: '2025-11-01' };
    expect(coursesOf(range, data, [row('2025-10-31', '2')]).map((day) => day?.venta_total ?? null)).toEqual([
      null,
      '2',
    ]);
  });
});

describe('the stores', () => {
  const answer = (id: string, venta_total: string) =>
    ({
      ubicacion_id: id,
      nombre: `Tienda ${id}`,
      ...figures(venta_total),
      cambio_anterior: '25.00',
      cambio_anio_anterior: null,
    }) as unknown as StoreAnswer;
  const fresh = (id: string, late: number | null, gaps = 0): Freshness => ({
    ubicacion_id: id,
    codigo: id,
    nombre: `Tienda ${id}`,
    hoy: '2025-11-01',
    datos_hasta: late === null ? null : '2025-10-31',
    dias_de_atraso: late,
    huecos: gaps,
    ultima_carga: null,
    resultado: null,
    ultimo_fallo: null,
  });
  const everything = { previous: data, year: data };

  test('are those that sold, and after them those that did not', () => {
    const rows = storeRows({
      sold: [answer('B', '300'), answer('A', '100')],
      freshness: [fresh('A', 2), fresh('B', 0), fresh('C', null)],
      total: '400',
      compared: everything,
    });
    expect(rows.map(({ id, sales, share, change, late }) => [id, sales, share, change, late])).toEqual([
      ['B', '300', 0.75, 0.25, 0],
      ['A', '100', 0.25, 0.25, 2],
      ['C', '0', 0, null, null],
    ]);
    expect(rows.map(isLate)).toEqual([false, true, true]);
  });

  test('show no change against half a period', () => {
    const compared = { previous: null, year: null };
    expect(storeRows({ sold: [answer('B', '1')], freshness: [], total: '1', compared })[0]).toMatchObject({
      change: null,
      late: 0,
    });
  });

  test('need a person where data, stock or alerts say so, each with the way there', () => {
    const concerns = concernsOf({
      freshness: [fresh('A', 2, 1), fresh('B', 0, 3)],
      alerts: [
        { ubicacion_id: 'A', ubicacion: 'Chacao', prioridad: 'CRITICA', tipo_alerta: 'Stock crítico', alertas: 3 },
        { ubicacion_id: 'B', ubicacion: 'Maracay', prioridad: 'CRITICA', tipo_alerta: 'Stock crítico', alertas: 5 },
      ],
      stock: [],
      kept: { tienda: ['A', 'B'] },
    });
    expect(concerns.map(({ kind, count, stores }) => [kind, count, stores])).toEqual([
      ['late', 1, ['Tienda A']],
      ['gaps', 4, ['Tienda B', 'Tienda A']],
      ['critical', 8, ['Maracay', 'Chacao']],
    ]);
    expect(concerns[2]?.href).toBe('/app/inventario?tienda=A&tienda=B&ver=alertas&tipo=Stock+cr%C3%ADtico');
    expect(concernsOf({ freshness: undefined, alerts: undefined, stock: undefined, kept: {} })).toEqual([]);
  });
});

test('what stock was worth is told if it is known of every store that has stock', () => {
  type Now = Parameters<typeof stockValueThen>[0];
  type Then = Parameters<typeof stockValueThen>[1];
  const now = [
    { clave: 'T1', productos: 3 },
    { clave: 'T2', productos: 1 },
    { clave: 'T3', productos: 0 },
  ] as unknown as Now;
  const then = [
    { ubicacion_id: 'T2', valor: '0.1' },
    { ubicacion_id: 'T1', valor: '0.2' },
  ] as unknown as Then;
  expect(stockValueThen(now, then)).toBe('0.3');
  expect(stockValueThen(now, then.slice(1))).toBeNull();
  expect(stockValueThen([], [])).toBeNull();
});

test('stock and losses are added up exactly', () => {
  const stock = [
    { valor: '0.10', productos: 2 },
    { valor: '0.205', productos: 3 },
  ] as unknown as Parameters<typeof stockTotal>[0];
  expect(stockTotal(stock)).toEqual({ value: '0.305', products: 5 });
  expect(lostTotal([])).toEqual({ products: 0, days: 0, sales: '0' });
});

test('the address says how the days are shown', () => {
  expect(readSummary('')).toEqual({ against: 'previous', view: 'chart' });
  expect(readSummary('?contra=anio&serie=tabla')).toEqual({ against: 'year', view: 'table' });
  expect(summaryPatch({ against: 'year' })).toEqual({ contra: 'anio' });
  expect(summaryPatch({ view: 'chart' })).toEqual({ serie: null });
});
