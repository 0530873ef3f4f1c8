import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLocale } from '../../../i18n/index.ts';
import { addDays, eachDay, isWeekend, weekday, type DateRange } from '../../../range/index.ts';
import { axisLabels } from './axis.ts';
import { linePaths } from './paths.ts';
import { daysFrom, nextStep, placesOf } from './places.ts';
import { plotOf } from './plot.ts';
import { sceneOf } from './scene.ts';
import { smoothingOf } from './smoothing.ts';
import { valueAxis } from './ticks.ts';
import { twoScenesOf } from './two-scenes.ts';
import type { Step, TimeLine } from './types.ts';
import { weekendStretches } from './weekends.ts';

const format = createLocale('es').dates;
const ranges = fc
  .record({ from: fc.integer({ min: 0, max: 395 }), days: fc.integer({ min: 1, max: 400 }) })
  .map(({ from, days }): DateRange => {
    const first = addDays('2024-10-01', from);
    return { from: first, to: addDays(first, days - 1) };
  });
const line = (look: TimeLine['look'], points: [string, number | null][]): TimeLine => ({
  id: look,
  name: look,
  look,
  points: points.map(([date, value]) => ({ date, value })),
});
const plot = (places: number, width = 640) =>
  plotOf({ width, height: 300, places, left: 60, right: 20, inset: places <= 45 });

describe('places', () => {
  test('are every step from the first point to the last of any line', () => {
    const lines = [line('main', [['2025-10-30', 1]]), line('compared', [['2025-11-02', 2]])];
    expect(placesOf(lines, 'day')).toEqual(['2025-10-30', '2025-10-31', '2025-11-01', '2025-11-02']);
    expect(
      placesOf(
        [
          line('main', [
            ['2024-12-01', 1],
            ['2025-03-01', 1],
          ]),
        ],
        'month',
      ),
    ).toEqual(['2024-12-01', '2025-01-01', '2025-02-01', '2025-03-01']);
    expect(placesOf([line('main', [])], 'day')).toEqual([]);
  });

  test('are chosen as whole steps, from either end', () => {
    const weeks = ['2025-10-06', '2025-10-13', '2025-10-20'];
    expect(daysFrom(weeks, 2, 1, 'week')).toEqual({ from: '2025-10-13', to: '2025-10-26' });
    expect(daysFrom(['2025-02-01'], 0, 0, 'month')).toEqual({ from: '2025-02-01', to: '2025-02-28' });
    expect(daysFrom(weeks, 0, 3, 'week')).toBeNull();
  });

  test('follow each other without end', () => {
    fc.assert(
      fc.property(ranges, fc.constantFrom<Step>('day', 'week', 'month'), ({ from }, by) => {
        expect(nextStep(from, by) > from).toBe(true);
        expect(weekday(nextStep(from, 'week'))).toBe(weekday(from));
      }),
    );
  });
});

describe('the labels', () => {
  const labels = (range: DateRange, width: number) =>
    axisLabels(eachDay(range), 'day', width, format).map(({ text }) => text.replaceAll('\u00a0', ' '));

  test('name each of a few days, Mondays in a month, months in a year, years in many', () => {
    expect(labels({ from: '2025-10-30', to: '2025-11-01' }, 1000)).toEqual(['jue 30 oct', 'vie 31 oct', 'sáb 1 nov']);
    const month = { from: '2025-10-02', to: '2025-10-31' };
    expect(labels(month, 1000)).toEqual(['6 oct', '13 oct', '20 oct', '27 oct']);
    expect(labels(month, 200)).toEqual(['6 oct', '20 oct']);
    expect(labels({ from: '2024-10-01', to: '2025-02-28' }, 1000)).toEqual(['oct', 'nov', 'dic', '2025', 'feb']);
    expect(labels({ from: '2012-01-03', to: '2022-10-31' }, 1000)).toEqual(
      Array.from({ length: 10 }, (_, index) => String(2013 + index)),
    );
  });

  test('of weeks stand where months begin', () => {
    const weeks = Array.from({ length: 30 }, (_, index) => addDays('2024-11-04', index * 7));
    const texts = axisLabels(weeks, 'week', 1000, format).map(({ text }) => text);
    expect(texts).toEqual(['nov', 'dic', '2025', 'feb', 'mar', 'abr', 'may']);
  });

  test('are never more than there is room for', () => {
    fc.assert(
      fc.property(ranges, fc.integer({ min: 240, max: 1600 }), (range, width) => {
        expect(labels(range, width).length).toBeLessThanOrEqual(Math.floor(width / 64) + 1);
      }),
    );
  });
});

describe('the axis of the values', () => {
  const figures = fc.integer({ min: -1e12, max: 1e12 }).map((cents) => cents / 100);

  test('has round numbers', () => {
    expect(valueAxis([3, 97], 4).ticks).toEqual([0, 20, 40, 60, 80, 100]);
    expect(valueAxis([-3, 7.2], 4).ticks).toEqual([-4, -2, 0, 2, 4, 6, 8]);
    expect(valueAxis([0.1, 0.3], 4).ticks).toEqual([0, 0.1, 0.2, 0.3]);
    expect(valueAxis([null], 4)).toMatchObject({ least: 0, greatest: 1 });
  });

  test('holds zero and every figure, in a few steps', () => {
    fc.assert(
      fc.property(fc.array(fc.option(figures)), (values) => {
        const { least, greatest, ticks } = valueAxis(values, 4);
        expect(least).toBeLessThanOrEqual(0);
        expect(greatest).toBeGreaterThanOrEqual(0);
        for (const value of values) {
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(least - Math.abs(least) * 1e-9);
          expect(value).toBeLessThanOrEqual(greatest + Math.abs(greatest) * 1e-9);
        }
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});

describe('the plot', () => {
  test('finds each place where it stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1100 }), fc.integer({ min: 0, max: 1099 }), (places, wanted) => {
        const index = Math.min(wanted, places - 1);
        const drawn = plot(places);
        expect(drawn.indexAt(drawn.x(index))).toBe(index);
        expect(drawn.x(index)).toBeGreaterThanOrEqual(drawn.left);
        expect(drawn.x(index)).toBeLessThanOrEqual(drawn.right + 1e-6);
      }),
    );
  });

  test('breaks a line at gaps, and keeps a point that stands alone', () => {
    const axis = valueAxis([10], 4);
    const { line: path, alone, area } = linePaths([1, 2, null, 4, null, 6, 7], plot(7), axis);
    // Three runs; the one of a single point draws nothing, so it is told apart.
    expect(path.match(/M/g)).toHaveLength(3);
    expect(area.match(/M/g)).toHaveLength(3);
    expect(alone).toHaveLength(1);
    expect(linePaths([null, null], plot(2), axis)).toEqual({ line: '', area: '', alone: [] });
  });

  test('keeps the level of a state until it changes', () => {
    const drawn = plotOf({ width: 300, height: 140, places: 2, left: 0, right: 0, inset: false });
    const axis = { least: 0, greatest: 10, ticks: [] };
    expect(linePaths([0, 10], drawn, axis).line).toBe('M0,112L300,12');
    expect(linePaths([0, 10], drawn, axis, true).line).toBe('M0,112L300,112L300,12');
  });
});

describe('a scene', () => {
  test('tells several main lines apart, and leaves gaps', () => {
    const scene = sceneOf(
      [
        line('main', [
          ['2025-10-30', 1],
          ['2025-11-01', 3],
        ]),
        line('main', [['2025-10-31', 2]]),
      ],
      'day',
    );
    expect(scene.lines.map(({ look }) => look)).toEqual(['main', 'main2']);
    expect(scene.lines.map(({ figures }) => figures)).toEqual([
      [1, null, 3],
      [null, 2, null],
    ]);
    expect(scene.meanDays).toBe(1);
  });

  test('smooths many days, with the days behind, and no weeks', () => {
    const days = Array.from({ length: 200 }, (_, index): [string, number] => [addDays('2025-01-01', index), index % 7]);
    const scene = sceneOf([line('main', days)], 'day');
    expect(scene.meanDays).toBe(7);
    expect(scene.lines[0]?.figures[100]).toBe(3);
    expect(scene.behind?.[100]).toBe(100 % 7);
    expect(
      sceneOf(
        [
          line(
            'main',
            days.map(([date, value], index) => [addDays(date, index * 6), value]),
          ),
        ],
        'week',
      ).meanDays,
    ).toBe(1);
    expect([30, 120, 121, 731, 4000].map((count) => smoothingOf(count).meanDays)).toEqual([1, 1, 7, 7, 28]);
  });

  test('of two measures keeps the bars below the line', () => {
    const point = (value: number) => [{ date: '2025-10-30', value }];
    const scene = twoScenesOf(
      { name: 'Existencia', points: point(80), format: String },
      { name: 'Ventas', points: point(6), format: String },
      'day',
    );
    expect(scene.bars.axis.greatest).toBeGreaterThanOrEqual(10);
    expect(scene.line.axis.greatest).toBe(80);
  });

  test('shades exactly the Saturdays and Sundays, unless they are too many', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        const dates = eachDay(range).slice(0, 100);
        const shaded = weekendStretches(dates).flatMap(([first, last]) => dates.slice(first, last + 1));
        expect(shaded).toEqual(dates.filter(isWeekend));
      }),
    );
    expect(weekendStretches(eachDay({ from: '2025-01-01', to: '2025-12-31' }))).toEqual([]);
  });
});
