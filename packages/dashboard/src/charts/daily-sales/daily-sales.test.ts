import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDateFormat } from '../../i18n/dates.ts';
import { addDays, eachDay, isWeekend, lengthInDays, weekday, type DateRange } from '../../range/index.ts';
import { dayAxis } from './axis.ts';
import { comparisonShift, dailySeries } from './series.ts';
import { smoothingOf } from './smoothing.ts';
import { weekendStretches } from './weekends.ts';

const format = createDateFormat('es-VE');
const data = { from: '2024-10-01', to: '2025-10-31' };
const ranges = fc
  .record({ from: fc.integer({ min: 0, max: 395 }), days: fc.integer({ min: 1, max: 400 }) })
  .map(({ from, days }): DateRange => ({ from: addDays(data.from, from), to: addDays(data.from, from + days - 1) }));

const sale = (fecha: string, venta_total: string) => ({ fecha, venta_total, facturas: 1, unidades: '1' });

describe('the series', () => {
  test('has every day of the range within the data, with gaps where nothing is known', () => {
    const range = { from: '2025-10-30', to: '2025-11-02' };
    const { days, shiftDays, shown, missingDays } = dailySeries(range, data, [
      sale('2025-10-26', '7.10'),
      sale('2025-10-30', '9.99'),
    ]);
    expect(shiftDays).toBe(4);
    expect(shown).toEqual({ from: '2025-10-30', to: '2025-10-31' });
    expect(missingDays).toBe(3);
    expect(days).toEqual([
      { date: '2025-10-30', sales: '9.99', previousDate: '2025-10-26', previousSales: '7.10' },
      { date: '2025-10-31', sales: null, previousDate: '2025-10-27', previousSales: null },
    ]);
  });

  test('counts every day of the range without sales, however far the data are', () => {
    fc.assert(
      fc.property(ranges, fc.uniqueArray(fc.integer({ min: 0, max: 395 })), (range, sold) => {
        const known = sold.map((day) => sale(addDays(data.from, day), '1'));
        const without = eachDay(range).filter((day) => !known.some(({ fecha }) => fecha === day));
        expect(dailySeries(range, data, known).missingDays).toBe(without.length);
      }),
    );
    const endless = dailySeries({ from: '1000-01-01', to: '2999-12-31' }, data, [sale('2025-10-30', '1')]);
    expect(endless.shown).toEqual(data);
    expect(endless.missingDays).toBe(lengthInDays({ from: '1000-01-01', to: '2999-12-31' }) - 1);
    expect(endless.shiftDays).toBeNull();
  });

  test('compares a weekday with the same weekday, of days that the range and the one before it hold', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        const shift = comparisonShift(range);
        const length = lengthInDays(range);
        expect(shift).toBeGreaterThanOrEqual(1);
        expect(shift).toBeLessThanOrEqual(length);
        expect(length < 7 || weekday(addDays(range.from, -shift)) === weekday(range.from)).toBe(true);
      }),
    );
  });

  test('compares with nothing where the data do not reach back', () => {
    expect(dailySeries({ from: '2024-10-02', to: '2024-10-08' }, data, []).shiftDays).toBeNull();
    expect(dailySeries({ from: '2024-10-08', to: '2024-10-14' }, data, []).shiftDays).toBe(7);
    expect(dailySeries({ from: '2030-01-01', to: '2030-01-07' }, data, []).days).toEqual([]);
  });
});

describe('the axis', () => {
  const labels = (range: DateRange, width: number) => {
    const dates = eachDay(range);
    const axis = dayAxis(dates, width, format);
    return dates.flatMap((_, index) => (axis.labelled(index) ? [axis.label(index).replaceAll('\u00a0', ' ')] : []));
  };

  test('names each of a few days', () => {
    expect(labels({ from: '2025-10-30', to: '2025-11-01' }, 1000)).toEqual(['jue 30 oct', 'vie 31 oct', 'sáb 1 nov']);
  });

  test('names Mondays in a month, and fewer where it is narrow', () => {
    const month = { from: '2025-10-02', to: '2025-10-31' };
    expect(labels(month, 1000)).toEqual(['6 oct', '13 oct', '20 oct', '27 oct']);
    expect(labels(month, 200)).toEqual(['6 oct', '20 oct']);
  });

  test('names months in a year, with the year at January', () => {
    expect(labels({ from: '2024-10-01', to: '2025-02-28' }, 1000)).toEqual(['oct', 'nov', 'dic', '2025', 'feb']);
  });

  test('names years in many', () => {
    expect(labels({ from: '2012-01-03', to: '2022-10-31' }, 1000)).toEqual(
      Array.from({ length: 10 }, (_, index) => String(2013 + index)),
    );
  });

  test('never names more than there is room for', () => {
    fc.assert(
      fc.property(ranges, fc.integer({ min: 240, max: 1600 }), (range, width) => {
        expect(labels(range, width).length).toBeLessThanOrEqual(Math.floor(width / 64) + 1);
      }),
    );
  });
});

describe('weekends', () => {
  test('cover exactly the Saturdays and Sundays', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        const dates = eachDay(range).slice(0, 100);
        const shaded = weekendStretches(dates).flatMap(([first, last]) => dates.slice(first, last + 1));
        expect(shaded).toEqual(dates.filter(isWeekend));
      }),
    );
  });

  test('are left out where they would be too many', () => {
    expect(weekendStretches(eachDay({ from: '2025-01-01', to: '2025-12-31' }))).toEqual([]);
  });
});

describe('smoothing', () => {
  test('sets in where days would hide their course', () => {
    expect([30, 120, 121, 731, 4000].map((days) => smoothingOf(days).meanDays)).toEqual([1, 1, 7, 7, 28]);
    expect(smoothingOf(396).everyDay).toBe(true);
  });
});
