import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../base/index.ts';
import { instantOf, localDate } from '../clock/zone.ts';
import { daysBack, dueUnits, unitKey, type AskedUnit, type DueSource } from './due-units.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const caracas = { id: 'T1', zone: 'America/Caracas' };
const sales: DueSource = {
  name: 'caja',
  answersPast: true,
  everyMinutes: 60,
  dailyAt: '03:00',
  since: new Date('2024-03-01T00:00:00Z'),
  stores: [caracas],
};

function dueAt(now: string, asked: readonly AskedUnit[] = [], source: Partial<DueSource> = {}) {
  const units = dueUnits(new Date(now), [{ ...sales, ...source }], asked);
  return units.map(({ date, since }) => `${date} since ${since.toISOString().slice(0, 16)}`);
}

function asked(date: string, at: string, succeeded = true): AskedUnit {
  return { source: 'caja', store: 'T1', date, asked: new Date(at), succeeded };
}

describe('dueUnits', () => {
  const since = new Date('2024-03-05T16:30:00Z');

  it('asks for the current day each hour of the store’s own day', () => {
    expect(dueAt('2024-03-05T16:59:00Z', [], { since })).toEqual([]);
    expect(dueAt('2024-03-05T17:00:00Z', [], { since })).toEqual(['2024-03-05 since 2024-03-05T17:00']);
    expect(dueAt('2024-03-05T17:59:00Z', [asked('2024-03-05', '2024-03-05T17:01:00Z')], { since })).toEqual([]);
    expect(dueAt('2024-03-05T18:00:00Z', [asked('2024-03-05', '2024-03-05T17:01:00Z')], { since })).toHaveLength(1);
  });

  it('takes the store’s date, whatever day it is for the server', () => {
    expect(dueAt('2024-03-06T03:30:00Z', [], { since })).toEqual(['2024-03-05 since 2024-03-06T03:00']);
  });

  it('asks for the whole day at its time of the next morning, and makes that up however late', () => {
    const evening = asked('2024-03-05', '2024-03-06T03:05:00Z');
    const quiet = { since, everyMinutes: null };
    expect(dueAt('2024-03-06T06:59:00Z', [evening], quiet)).toEqual([]);
    expect(dueAt('2024-03-06T07:00:00Z', [evening], quiet)).toEqual(['2024-03-05 since 2024-03-06T07:00']);
    expect(dueAt('2024-03-06T20:00:00Z', [evening], quiet)).toEqual(['2024-03-05 since 2024-03-06T07:00']);
    expect(dueAt('2024-03-06T20:00:00Z', [asked('2024-03-05', '2024-03-06T19:00:00Z')], quiet)).toEqual([]);
  });

  it('asks again each of the next nights for a day that failed, then leaves it', () => {
    const failed = (at: string) => [asked('2024-03-05', at, false)];
    const quiet = { since, everyMinutes: null };
    const others = [
      '2024-03-04',
      '2024-03-06',
      '2024-03-07',
      '2024-03-08',
      '2024-03-09',
      '2024-03-10',
      '2024-03-11',
      '2024-03-12',
    ];
    const loaded = others.map((date) => asked(date, '2024-03-30T00:00:00Z'));
    expect(dueAt('2024-03-06T12:00:00Z', [...failed('2024-03-06T07:02:00Z'), ...loaded], quiet)).toEqual([]);
    expect(dueAt('2024-03-07T07:00:00Z', [...failed('2024-03-06T07:02:00Z'), ...loaded], quiet)).toHaveLength(1);
    expect(dueAt('2024-03-13T12:00:00Z', [...failed('2024-03-12T07:02:00Z'), ...loaded], quiet)).toEqual([]);
  });

  it('never asks for the past of what is of the moment only', () => {
    const count = { everyMinutes: 30, dailyAt: null, answersPast: false, since: new Date('2024-02-01T00:00:00Z') };
    expect(dueAt('2024-03-05T12:10:00Z', [], count)).toEqual(['2024-03-05 since 2024-03-05T12:00']);
    expect(dueAt('2024-03-05T04:10:00Z', [], count)).toEqual([]);
  });

  it('goes back no further than it says, and puts the last days first', () => {
    const dates = dueUnits(new Date('2024-06-01T12:00:00Z'), [sales], []).map(({ date }) => date);
    expect(dates[0]).toBe('2024-06-01');
    expect(dates.at(-1)).toBe(addDays('2024-06-01', -daysBack));
    expect(dates).toHaveLength(daysBack + 1);
  });
});

describe('a schedule that is up and down', () => {
  const zones = fc.constantFrom(
    'America/Caracas',
    'Europe/Helsinki',
    'America/Santiago',
    'Africa/Cairo',
    'Australia/Lord_Howe',
  );
  // Around changes of the clocks in all of these zones.
  const starts = fc.constantFrom(
    '2024-03-28T10:20:00Z',
    '2024-10-24T21:40:00Z',
    '2024-09-06T02:10:00Z',
    '2024-04-05T13:00:00Z',
  );
  const pauses = fc.array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 5, max: 2000 })), {
    minLength: 5,
    maxLength: 60,
  });
  const times = fc.constantFrom('03:00', '02:15', '00:00', null);

  it('asks for each unit once at a time, and for every day again once it is over', () => {
    fc.assert(
      fc.property(zones, starts, pauses, times, (zone, start, minutes, dailyAt) => {
        const source = { ...sales, dailyAt, since: new Date(start), stores: [{ id: 'T1', zone }] };
        const known = new Map<string, AskedUnit>();
        const ask = (now: Date) => {
          const due = dueUnits(now, [source], [...known.values()]);
          expect(new Set(due.map(unitKey)).size).toBe(due.length);
          for (const unit of due) {
            expect(unit.since.getTime()).toBeLessThanOrEqual(now.getTime());
            expect(unit.date <= localDate(now, zone)).toBe(true);
            known.set(unitKey(unit), { ...unit, asked: now, succeeded: true });
          }
          expect(dueUnits(now, [source], [...known.values()])).toEqual([]);
        };
        let now = Date.parse(start);
        for (const pause of minutes) ask(new Date((now += pause * minute)));
        ask(new Date((now += 2 * day)));
        const yesterday = addDays(localDate(new Date(now), zone), -1);
        for (let date = localDate(source.since, zone); date < yesterday; date = addDays(date, 1)) {
          const unit = known.get(unitKey({ source: source.name, store: 'T1', date }));
          expect(unit?.asked.getTime()).toBeGreaterThanOrEqual(
            instantOf(addDays(date, 1), dailyAt ?? '00:00', zone).getTime(),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['2024-03-31', 'Europe/Helsinki', 23],
    ['2024-10-27', 'Europe/Helsinki', 25],
    ['2024-06-05', 'Europe/Helsinki', 24],
  ])('asks on %s in %s at each hour that the day has: %i', (date, zone, hours) => {
    const source = { ...sales, dailyAt: null, since: instantOf(date, '00:00', zone), stores: [{ id: 'T1', zone }] };
    let last: AskedUnit = { source: 'caja', store: 'T1', date, asked: new Date(0), succeeded: true };
    let times = 0;
    for (let now = instantOf(date, '00:00', zone).getTime(); localDate(new Date(now), zone) === date; now += minute) {
      const due = dueUnits(new Date(now), [source], [last]).filter((unit) => unit.date === date);
      if (due.length === 0) continue;
      times++;
      last = { ...last, asked: new Date(now) };
    }
    // The last hour's sales come with the question once the day is over.
    expect(times).toBe(hours - 1);
  });
});
