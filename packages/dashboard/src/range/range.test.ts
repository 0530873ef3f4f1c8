import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { patchSearch } from '../navigation/index.ts';
import {
  addDays,
  covers,
  daysBetween,
  eachDay,
  FIRST_DATE,
  intersection,
  isBusinessDate,
  isWeekend,
  LAST_DATE,
  lastDaysOf,
  lengthInDays,
  presetNames,
  presetOf,
  presetRange,
  previousRange,
  rangePatch,
  readPreset,
  readRange,
  relativeSearch,
  shiftRange,
  startOfMonth,
  weekday,
  type DateRange,
} from './index.ts';

const dates = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2950-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const ranges = fc
  .record({ from: dates, days: fc.integer({ min: 1, max: 800 }) })
  .map(({ from, days }): DateRange => ({ from, to: addDays(from, days - 1) }));

describe('business dates', () => {
  test('leap days are days', () => {
    expect(isBusinessDate('2024-02-29')).toBe(true);
  });

  test.each([
    '2025-02-29',
    '2025-13-01',
    '2025-1-01',
    '25-01-01',
    '2025-01-01T00:00',
    '',
    'hoy',
    '2025-00-10',
    '0999-12-31',
    '3000-01-01',
  ])('"%s" is none', (text) => {
    expect(isBusinessDate(text)).toBe(false);
  });

  test('are counted over months, years and leap days', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
  });

  test('adding days and counting them are each other’s reverse', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(isBusinessDate(moved)).toBe(true);
        expect(daysBetween(date, moved)).toBe(days);
        expect(weekday(moved)).toBe((((weekday(date) + days) % 7) + 7) % 7);
      }),
    );
  });

  test('of years that the API refuses are never written', () => {
    expect([FIRST_DATE, LAST_DATE].map(isBusinessDate)).toEqual([true, true]);
    expect(addDays(FIRST_DATE, -1)).toBe(FIRST_DATE);
    expect(addDays('2025-01-01', -10_000_000)).toBe(FIRST_DATE);
    expect(addDays('2025-01-01', 10_000_000)).toBe(LAST_DATE);
  });

  test('know their weekday', () => {
    expect(weekday('2025-11-03')).toBe(1);
    expect(['2025-11-01', '2025-11-02', '2025-11-03'].map(isWeekend)).toEqual([true, true, false]);
    expect(weekday('1969-12-31')).toBe(3);
  });
});

describe('ranges', () => {
  test('the range before ends the day before, and is as long', () => {
    expect(previousRange({ from: '2025-11-01', to: '2025-11-30' })).toEqual({ from: '2025-10-02', to: '2025-10-31' });
    fc.assert(
      fc.property(ranges, (range) => {
        const before = previousRange(range);
        if (before === null) throw new Error('there is room for a range before');
        expect(addDays(before.to, 1)).toBe(range.from);
        expect(lengthInDays(before)).toBe(lengthInDays(range));
        expect(before).toEqual(shiftRange(range, -lengthInDays(range)));
      }),
    );
  });

  test('have none before them if no date is early enough', () => {
    expect(previousRange({ from: '1000-01-01', to: '2999-12-31' })).toBeNull();
    expect(previousRange({ from: '1000-01-31', to: '1000-03-02' })).toBeNull();
    expect(previousRange({ from: '1000-01-31', to: '1000-03-01' })).toEqual({ from: '1000-01-01', to: '1000-01-30' });
  });

  test('hold each of their days once, in order', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        const days = eachDay(range);
        expect(days).toHaveLength(lengthInDays(range));
        expect([days[0], days.at(-1)]).toEqual([range.from, range.to]);
        expect(days.toSorted()).toEqual(days);
      }),
    );
  });

  test('their intersection is what both cover', () => {
    fc.assert(
      fc.property(ranges, ranges, (left, right) => {
        const both = intersection(left, right);
        const common = eachDay(left).filter((day) => right.from <= day && day <= right.to);
        expect(both === null ? [] : eachDay(both)).toEqual(common);
        expect(both === null || (covers(left, both) && covers(right, both))).toBe(true);
      }),
    );
  });
});

describe('presets', () => {
  const data = { from: '2024-10-01', to: '2025-10-31' };

  test('are counted from the last day of the data', () => {
    expect(Object.fromEntries(presetNames.map((name) => [name, presetRange(name, data).from]))).toEqual({
      days7: '2025-10-25',
      days30: '2025-10-02',
      days90: '2025-08-03',
      month: '2025-10-01',
      year: '2025-01-01',
      all: '2024-10-01',
    });
  });

  test('stay within the data, and are recognised', () => {
    fc.assert(
      fc.property(ranges, fc.constantFrom(...presetNames), (all, name) => {
        const range = presetRange(name, all);
        expect(covers(all, range)).toBe(true);
        expect(range.to).toBe(all.to);
        const found = presetOf(range, all);
        expect(found && presetRange(found, all)).toEqual(range);
      }),
    );
  });

  test('a range of other days is none of them', () => {
    expect(presetOf({ from: '2025-10-03', to: '2025-10-31' }, data)).toBeUndefined();
    expect(startOfMonth('2025-10-31')).toBe('2025-10-01');
  });
});

describe('the address', () => {
  test('gives back the range that was written into it', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        expect(readRange(patchSearch('', rangePatch(range)))).toEqual({ kind: 'range', range });
      }),
    );
  });

  test('keeps its other parameters', () => {
    const search = patchSearch(
      '?tienda=T1&tienda=T2&desde=2020-01-01',
      rangePatch({ from: '2025-01-01', to: '2025-01-31' }),
    );
    expect(search).toBe('?tienda=T1&tienda=T2&desde=2025-01-01&hasta=2025-01-31');
  });

  test('may name no range', () => {
    expect(readRange('?tienda=T1')).toEqual({ kind: 'absent' });
  });

  test.each([
    '?desde=2025-01-01',
    '?hasta=2025-01-01',
    '?desde=2025-01-02&hasta=2025-01-01',
    '?desde=2025-02-30&hasta=2025-03-01',
    '?desde=&hasta=',
    '?desde=0202-02-28&hasta=2025-09-30',
    '?desde=2025-09-01&hasta=3000-01-01',
    '?desde=ayer&hasta=hoy',
  ])('%s is a wrong one', (search) => {
    expect(readRange(search)).toEqual({ kind: 'invalid' });
  });

  test('never takes anything for a range that is none', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (from, to) => {
        const read = readRange(`?${new URLSearchParams({ desde: from, hasta: to }).toString()}`);
        const isRange = isBusinessDate(from) && isBusinessDate(to) && from <= to;
        expect(read.kind).toBe(isRange ? 'range' : 'invalid');
      }),
    );
  });

  test('of a saved view says what a preset means, which is other days when there are more data', () => {
    const data = { from: '2024-10-01', to: '2025-10-31' };
    const search = '?tienda=T1&desde=2025-10-01&hasta=2025-10-31';
    const relative = relativeSearch(search, data);
    expect(relative).toBe('?tienda=T1&periodo=month');
    expect(readPreset(relative)).toBe('month');
    expect(readRange(relative)).toEqual({ kind: 'absent' });
    const days = { from: '2025-09-02', to: '2025-09-05' };
    expect(patchSearch(relative, rangePatch(days))).toBe('?tienda=T1&desde=2025-09-02&hasta=2025-09-05');
    expect(relativeSearch(search, null)).toBe(search);
    const others = patchSearch(search, rangePatch(days));
    expect(relativeSearch(others, data)).toBe(others);
    expect(readPreset('?periodo=siempre')).toBeUndefined();
  });
});

test('the last days of a range are those of a short one', () => {
  const october = { from: '2025-10-01', to: '2025-10-31' };
  expect(lastDaysOf(october, 7)).toEqual({ from: '2025-10-25', to: '2025-10-31' });
  expect(lastDaysOf(october, 31)).toEqual(october);
  expect(lastDaysOf(october, 366)).toEqual(october);
});
