import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sumDecimals } from '../../../figures/index.ts';
import { addDays, eachDay, lengthInDays, type DateRange } from '../../../range/index.ts';
import {
  belowZero,
  bucketsOf,
  comparedRange,
  exactly,
  hourGrid,
  isReturn,
  largestFirst,
  linesWithoutHour,
  measured,
  partsOf,
  readableBy,
  receiptSums,
  restOf,
  storeGrid,
  sumTallies,
  tallyOf,
  withoutReceipts,
  type ComparedDay,
  type FiguresRow,
} from './index.ts';

const row = (amount: string, lines = 1): FiguresRow => ({
  venta_total: amount,
  unidades: '2.5',
  venta_con_costo: '1.1',
  costo: '1',
  margen: '0.1',
  lineas: lines,
  lineas_devueltas: 0,
  facturas: lines,
});
const ranges = fc
  .record({ start: fc.integer({ min: 0, max: 2000 }), days: fc.integer({ min: 1, max: 500 }) })
  .map(({ start, days }): DateRange => {
    const from = addDays('2023-01-01', start);
    return { from, to: addDays(from, days - 1) };
  });

/** A day with so much sold, and so much on the days that it is compared with. */
function day(fecha: string, now: string, before: string): ComparedDay {
  const [actual, earlier] = [row(now), row(before)];
  const suffixed = (suffix: string) =>
    Object.fromEntries(Object.entries(earlier).map(([name, value]) => [name + suffix, value]));
  return { fecha, ...actual, ...suffixed('_anterior'), ...suffixed('_anio_anterior') } as unknown as ComparedDay;
}

describe('a tally', () => {
  test('is measured exactly', () => {
    const tally = sumTallies([tallyOf(row('0.1')), tallyOf(row('0.2', 2)), null]);
    const measures = ['ventas', 'facturas', 'ticket', 'unidades', 'margen'] as const;
    expect(measures.map((measure) => measured(tally, measure))).toEqual(['0.3', '3', '0.10', '5.0', '0.2']);
  });

  test('of no lines is none, not zero', () => {
    expect(tallyOf(row('0', 0))).toBeNull();
    expect(sumTallies([null, null])).toBeNull();
    expect(measured(null, 'ventas')).toBeNull();
  });

  test('has no receipts where the answer counts none', () => {
    const { facturas: _, ...uncounted } = row('10');
    const tally = sumTallies([tallyOf(uncounted), tallyOf(row('10'))]);
    expect([measured(tally, 'facturas'), measured(tally, 'ticket')]).toEqual([null, null]);
    expect((['ventas', 'facturas', 'ticket', 'margen'] as const).map(withoutReceipts)).toEqual([
      'ventas',
      'ventas',
      'ventas',
      'margen',
    ]);
  });
});

describe('the parts of a range', () => {
  test('hold each of its days once, whatever they are', () => {
    fc.assert(
      fc.property(ranges, fc.constantFrom('dia', 'semana', 'mes'), (range, by) => {
        expect(partsOf(range, by).flatMap(eachDay)).toEqual(eachDay(range));
      }),
      { numRuns: 40 },
    );
  });

  test('are weeks from Monday, and months, cut off by the range', () => {
    const range = { from: '2025-10-29', to: '2025-11-11' };
    expect(partsOf(range, 'semana').map(({ from, to }) => `${from}/${to}`)).toEqual([
      '2025-10-29/2025-11-02',
      '2025-11-03/2025-11-09',
      '2025-11-10/2025-11-11',
    ]);
    expect(partsOf(range, 'mes').map(({ from }) => from)).toEqual(['2025-10-29', '2025-11-01']);
  });

  test('become coarser before they become unreadable', () => {
    const of = (days: number) => readableBy({ from: '2024-01-01', to: addDays('2024-01-01', days - 1) }, 62);
    expect([1, 62, 63, 400, 900].map(of)).toEqual(['dia', 'dia', 'semana', 'semana', 'mes']);
  });
});

describe('the comparison', () => {
  const data = { from: '2024-10-01', to: '2025-10-31' };

  test('is with the days before, or with the same weekdays of last year', () => {
    const october = { from: '2025-10-25', to: '2025-10-31' };
    expect(comparedRange(october, 'anterior', data)).toEqual({ from: '2025-10-18', to: '2025-10-24' });
    expect(comparedRange(october, 'anio', data)).toEqual({ from: '2024-10-26', to: '2024-11-01' });
    expect(comparedRange(october, 'nada', data)).toBeNull();
  });

  test('is left out where the data do not cover both', () => {
    expect(comparedRange(data, 'anterior', data)).toBeNull();
    expect(comparedRange({ from: '2025-09-01', to: '2025-09-30' }, 'anio', data)).toBeNull();
    expect(comparedRange({ from: '2025-10-25', to: '2025-11-01' }, 'anterior', data)).toBeNull();
  });
});

describe('buckets', () => {
  const range = { from: '2025-10-27', to: '2025-11-09' };
  const before = { from: '2025-10-13', to: '2025-10-26' };
  const days = eachDay(range).map((date, index) => day(date, `${index}.25`, '1'));

  test('of weeks are summed from their days and compared with as many', () => {
    const weeks = bucketsOf(days, { range, by: 'semana', comparison: 'anterior', before });
    expect(weeks.map(({ now }) => now?.amount)).toEqual(['22.75', '71.75']);
    expect(weeks.map((week) => week.before?.amount)).toEqual(['7', '7']);
    expect(weeks.map(({ comparedWith }) => comparedWith)).toEqual([
      { from: '2025-10-13', to: '2025-10-19' },
      { from: '2025-10-20', to: '2025-10-26' },
    ]);
  });

  test('tell a day without data from one without sales', () => {
    const [first, ...others] = days;
    const gap = bucketsOf(others, { range, by: 'dia', comparison: 'nada', before: null });
    expect(gap).toHaveLength(lengthInDays(range));
    expect(gap[0]).toMatchObject({ range: { from: first?.fecha, to: first?.fecha }, now: null, before: null });
    const returned = bucketsOf([day('2025-10-27', '0', '0')], { range, by: 'dia', comparison: 'nada', before: null });
    expect(returned[0]?.now?.amount).toBe('0');
  });

  test('add up to the range, however it is cut', () => {
    for (const by of ['dia', 'semana', 'mes'] as const) {
      const buckets = bucketsOf(days, { range, by, comparison: 'anio', before });
      expect(sumTallies(buckets.map(({ now }) => now))?.amount).toBe(sumDecimals(days.map((each) => each.venta_total)));
    }
  });
});

describe('the heatmaps', () => {
  test('put the store that sold most first, and days where they belong', () => {
    const range = { from: '2025-10-01', to: '2025-10-03' };
    const grid = storeGrid(
      [
        { ubicacion_id: 'T1', fecha: '2025-10-01', ...row('5') },
        { ubicacion_id: 'T2', fecha: '2025-10-01', ...row('4') },
        { ubicacion_id: 'T2', fecha: '2025-10-03', ...row('3') },
      ],
      range,
    );
    expect(grid.rows).toEqual(['T2', 'T1']);
    const cells = grid.rows.map((_, r) => grid.columns.map((__, c) => measured(grid.at(r, c), 'ventas')));
    expect(cells).toEqual([
      ['4', null, '3'],
      ['5', null, null],
    ]);
  });

  test('add up days where days would be too narrow', () => {
    const range = { from: '2025-06-02', to: '2025-10-05' };
    const days = eachDay(range).map((fecha) => ({ ubicacion_id: 'T1', fecha, ...row('1.5') }));
    const grid = storeGrid(days, range);
    expect(grid.columns).toHaveLength(18);
    expect(measured(grid.at(0, 3), 'ventas')).toBe('10.5');
  });

  test('show the hours with sales, and count the lines that have none', () => {
    const hours = [
      { dia_semana: 1, hora: 8, ...row('1') },
      { dia_semana: 7, hora: 11, ...row('2') },
      { dia_semana: 7, hora: null, ...row('9', 4) },
    ];
    const grid = hourGrid(hours);
    expect(grid.columns).toEqual([8, 9, 10, 11]);
    expect([measured(grid.at(0, 0), 'ventas'), measured(grid.at(6, 3), 'ventas'), grid.at(6, 0)]).toEqual([
      '1',
      '2',
      null,
    ]);
    expect(linesWithoutHour(hours)).toBe(4);
    expect(hourGrid([]).columns).toEqual([]);
  });

  test('give back a cell’s exact text for its float', () => {
    const texts = ['0.1', null, '9007199254740993.25'];
    expect(exactly(texts).get(0.1)).toBe('0.1');
    expect(exactly(texts).get(Number('9007199254740993.25'))).toBe('9007199254740993.25');
  });
});

describe('a receipt', () => {
  test('comes to the sum of its lines, returns taken off', () => {
    const lines = [
      { fecha_hora: '2025-10-31T14:05:00Z', cantidad: '2', monto_total: '10.50' },
      { fecha_hora: '2025-10-31T14:04:00Z', cantidad: '-1', monto_total: '-5.25' },
      { fecha_hora: null, cantidad: null, monto_total: null },
    ];
    expect(receiptSums(lines)).toEqual({
      amount: '5.25',
      units: '1',
      lines: 3,
      returned: 1,
      at: '2025-10-31T14:04:00Z',
    });
    expect(lines.map(isReturn)).toEqual([false, true, false]);
  });
});

describe('the parts', () => {
  const parts = ['2.5', '-1', '10'].map((figure) => ({ id: figure, name: figure, figure }));

  test('stand the largest first; those below zero have no area', () => {
    expect(largestFirst(parts).map(({ figure }) => figure)).toEqual(['10', '2.5', '-1']);
    expect(belowZero(parts).map(({ figure }) => figure)).toEqual(['-1']);
  });

  test('leave an exact rest, or none', () => {
    const figures = parts.map(({ figure }) => figure);
    expect(restOf('11.51', figures)).toBe('0.01');
    expect(restOf('11.50', figures)).toBeNull();
  });
});
