import type { CheckReport, MirrorReply, MirrorStatus } from '@fluxion/engine/mirror';
import { describe, expect, it } from 'vitest';
import { describeReports, exitCodeOf, reportsJson } from './describe-reports.ts';
import { describeTables } from './describe-status.ts';

const who = { host: 'till-1', pid: 4711 };
const asOf = { snapshot: '10:12:11', time: '2026-01-31T13:05:09.25Z' };
const sales = { table: 'sales', unit: ['store', 'day'], ready: true, copied: 13, parts: 13 };
const ready: MirrorStatus = {
  state: 'ready',
  problem: null,
  file: '/data/mirror/chain-1.duckdb',
  bytes: 312 * 2 ** 20,
  asOf,
  tables: [sales],
};
const equal = { table: 'sales', units: 1234, rows: 10_000_000, differing: [], more: false, notCompared: [] };

const text = (status: MirrorStatus, check?: CheckReport) =>
  describeReports([{ ...who, report: check ? { status, check } : { status } }]);

describe('the mirrors of the processes', () => {
  it('are told by a line each', () => {
    const failed = { host: 'till-2', pid: 12, failure: 'the disk is full' };
    const replies: MirrorReply[] = [{ ...who, report: { status: ready } }, failed];
    expect(describeReports(replies)).toBe(
      [
        'process 4711 on till-1: ready, as of 2026-01-31T13:05:09.25Z, 312 MiB in /data/mirror/chain-1.duckdb',
        'process 12 on till-2: the disk is full',
      ].join('\n'),
    );
    expect(reportsJson(replies)).toEqual([{ ...who, status: ready }, failed]);
    expect(exitCodeOf(replies)).toBe(1);
    expect(exitCodeOf(replies.slice(0, 1))).toBe(0);
  });

  it('say how far the first copy is, and what cannot be copied', () => {
    const items = { table: 'items', unit: [], ready: false, copied: 0, parts: 1, failure: 'NaN\nin price' };
    const building = { ...sales, ready: false, copied: 4 };
    expect(text({ ...ready, state: 'building', bytes: 0, asOf: null, tables: [building, items] })).toBe(
      [
        'process 4711 on till-1: being copied: 0 of 2 tables, 4 of 13 partitions of sales, 0 MiB in /data/mirror/chain-1.duckdb',
        String.raw`  items cannot be copied: NaN\nin price`,
      ].join('\n'),
    );
    const problem = 'opening the mirror: the disk is full';
    expect(text({ state: 'opening', problem, file: null, bytes: 0, asOf: null, tables: [] })).toBe(
      'process 4711 on till-1: being opened\n  opening the mirror: the disk is full',
    );
    expect(describeReports([])).toMatch(/^No process has a mirror open/);
  });
});

describe('a comparison', () => {
  it('has a line for each table', () => {
    const check = {
      equal: true,
      tables: [equal, { ...equal, table: 'items', units: 1, rows: 1 }],
      wrongRollups: [],
      notCompared: ['new'],
    };
    expect(text(ready, check).split('\n').slice(1)).toEqual([
      '  sales  1,234 units  10,000,000 rows  equal',
      '  items       1 unit            1 row  equal',
      '  new is not there yet: it was not compared',
    ]);
    expect(exitCodeOf([{ ...who, report: { status: ready, check } }])).toBe(0);
  });

  it('names the units that differ', () => {
    const rows = (n: number) => ({ rows: n, digest: String(n) });
    const differing = [
      { unit: ['7', '2026-01-31'], postgres: rows(2), mirror: rows(1) },
      { unit: ['8', null], postgres: null, mirror: rows(3) },
      { unit: ['\u001b', ''], postgres: rows(4), mirror: { rows: 4, digest: 'other' } },
    ];
    const table = { ...equal, differing, notCompared: ['shape'] };
    const check = { equal: false, tables: [table], wrongRollups: ['sales_by_day'], notCompared: [] };
    expect(text(ready, check).split('\n').slice(1)).toEqual([
      '  sales  1,234 units  10,000,000 rows  3 units differ; without shape',
      '    7, 2026-01-31: 2 rows in PostgreSQL, 1 row in the copy',
      '    8, NULL: none in PostgreSQL, 3 rows in the copy',
      String.raw`    \u001b, : 4 rows, other values`,
      '  the sums of sales_by_day are not those of the rows: `fluxion mirror rebuild` makes them anew',
    ]);
    expect(exitCodeOf([{ ...who, report: { status: ready, check } }])).toBe(3);
  });

  it('names no more than a screen takes', () => {
    const unit = { unit: [], postgres: { rows: 1, digest: '1' }, mirror: null };
    const table = { ...equal, differing: Array.from({ length: 100 }, () => unit), more: true };
    const lines = text(ready, { equal: false, tables: [table], wrongRollups: [], notCompared: [] }).split('\n');
    expect(lines[1]).toContain('more than 100 units differ');
    expect(lines).toHaveLength(23);
    expect(lines.at(-1)).toBe('    and more');
  });
});

it('lists the tables with their units', () => {
  expect(
    describeTables([
      { name: 'sales', unit: ['store', 'day'] },
      { name: 'other.items', unit: [], noting: 'writers' },
    ]),
  ).toBe(
    [
      'table        unit             noted by',
      'sales        store, day       triggers',
      'other.items  the whole table  writers',
    ].join('\n'),
  );
});
