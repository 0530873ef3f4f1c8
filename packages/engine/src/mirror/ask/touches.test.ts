import { describe, expect, test } from 'vitest';
import type { Need } from '../../base/index.ts';
import { touches } from './touches.ts';

const byShopAndDay = ['shop', 'day'];

function touched(needs: readonly Need[], ...unit: (string | null)[]): boolean {
  return touches(needs, 'lines', byShopAndDay, unit);
}

describe('a unit is touched by', () => {
  test('a need of its whole table, and not by one of another table', () => {
    expect(touched([{ table: 'lines' }], 's1', '2026-01-31')).toBe(true);
    expect(touched([{ table: 'shops' }], 's1', '2026-01-31')).toBe(false);
    expect(touched([], 's1', '2026-01-31')).toBe(false);
  });

  test('a need whose every column has its value', () => {
    const needs: Need[] = [{ table: 'lines', units: { shop: ['s1', 's2'], day: ['2026-01-31'] } }];
    expect(touched(needs, 's2', '2026-01-31')).toBe(true);
    expect(touched(needs, 's3', '2026-01-31')).toBe(false);
    expect(touched(needs, 's2', '2026-01-30')).toBe(false);
  });

  test('a need that does not name a column, or names one that is not of the unit', () => {
    expect(touched([{ table: 'lines', units: { shop: ['s1'] } }], 's1', '2026-01-31')).toBe(true);
    expect(touched([{ table: 'lines', units: { till: ['7'] } }], 's1', '2026-01-31')).toBe(true);
  });

  test('no need for an empty list of values', () => {
    expect(touched([{ table: 'lines', units: { shop: [] } }], 's1', '2026-01-31')).toBe(false);
  });

  test.each([
    [{ from: '2026-01-31' }, true],
    [{ from: '2026-02-01' }, false],
    [{ to: '2026-01-31' }, true],
    [{ to: '2026-01-30' }, false],
    [{ from: '2026-01-01', to: '2026-01-31' }, true],
    [{ from: undefined, to: undefined }, true],
    [{}, true],
  ])('the range %j of days, both ends included: %s', (day, expected) => {
    expect(touched([{ table: 'lines', units: { day } }], 's1', '2026-01-31')).toBe(expected);
  });

  test('one of several needs, but not by a mixture of them', () => {
    const needs: Need[] = [
      { table: 'lines', units: { shop: ['s1'], day: ['2026-01-01'] } },
      { table: 'lines', units: { shop: ['s2'], day: ['2026-01-02'] } },
    ];
    expect(touched(needs, 's2', '2026-01-02')).toBe(true);
    expect(touched(needs, 's2', '2026-01-01')).toBe(false);
  });

  test('whatever its needs say if the table is one unit', () => {
    expect(touches([{ table: 'shops', units: { id: ['7'] } }], 'shops', [], [])).toBe(true);
  });

  test('NULL is among no values and in no range, but in all of them', () => {
    expect(touched([{ table: 'lines', units: { shop: ['s1'] } }], null, '2026-01-31')).toBe(false);
    expect(touched([{ table: 'lines', units: { day: { from: '2026-01-01' } } }], 's1', null)).toBe(false);
    expect(touched([{ table: 'lines', units: { day: {} } }], 's1', null)).toBe(true);
    expect(touched([{ table: 'lines' }], null, null)).toBe(true);
  });

  test('every range of days if its day has a text that does not compare', () => {
    const needs: Need[] = [{ table: 'lines', units: { day: { from: '2026-01-01' } } }];
    for (const day of ['10000-01-01', '0044-03-15 BC', 'infinity', '-infinity']) {
      expect(touched(needs, 's1', day)).toBe(true);
    }
  });

  test('names that objects have by themselves mean nothing', () => {
    expect(touches([{ table: 'lines', units: {} }], 'lines', ['constructor'], ['s1'])).toBe(true);
  });
});
