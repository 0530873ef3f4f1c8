import { expect, it } from 'vitest';
import { outcomeOf, rejectOf, reportOf } from '../testing/reports.ts';
import { describeLoad } from './index.ts';

const failed = reportOf({
  name: 'in/b.csv',
  feed: null,
  outcome: 'fallida',
  read: 0,
  loaded: 0,
  units: [],
  sums: { read: {}, loaded: {}, rejected: {} },
  message: 'in/b.csv is empty.',
  error: 'FEED_UNREADABLE',
});

it('says of one file what became of it', () => {
  expect(describeLoad(outcomeOf([reportOf()]))).toBe(
    [
      '1 file: 1 loaded.',
      '1,200 lines read: 1,200 loaded.',
      'ventas: 1 store-day of 1 store, 2024-05-03; cantidad 1,500, monto_total 12,345.67.',
    ].join('\n'),
  );
});

it('adds up many, and names those that need a look', () => {
  const partly = reportOf({
    name: 'in/a.csv',
    outcome: 'con_rechazos',
    loaded: 1190,
    rejected: 7,
    repeated: 2,
    same: 1,
    rejects: [
      rejectOf(),
      rejectOf({ file: 'in/a2.csv', line: 18, field: undefined, value: undefined, reason: 'has 1 field instead of 2' }),
    ],
    units: [{ ubicacionId: 'T2', fecha: '2024-05-04', outcome: 'con_rechazos', rows: 1190, sums: {}, message: null }],
    sums: { read: {}, loaded: { cantidad: '-0.5', monto_total: '0.33' }, rejected: {} },
    placeholders: 3,
  });
  const same = reportOf({
    name: 'in/c.csv',
    outcome: 'igual',
    read: 0,
    loaded: 0,
    units: [],
    sums: failed.sums,
    message: 'there',
  });
  const text = describeLoad(outcomeOf([reportOf(), partly, failed, same], { rejectFiles: ['out/a.rechazos.csv'] }));
  expect(text).toBe(`4 files: 1 loaded, 1 loaded in part, 1 there already, 1 not loaded.
2,400 lines read: 2,390 loaded, 7 rejected, 2 repeated by their source, 1 there already.
ventas: 2 store-days of 2 stores, 2024-05-03 to 2024-05-04; cantidad 1,499.5, monto_total 12,346.
Stores and products that were unknown, made and flagged for someone to complete: 3.

Files
  file               feed                    lines  rejected  loaded
  in/2024-05-03.csv  ventas  loaded          1,200         0   1,200
  in/a.csv           ventas  loaded in part  1,200         7   1,190
  in/b.csv                   not loaded          0         0       0
  in/c.csv           ventas  there already       0         0       0

Not loaded
  in/b.csv is empty.

Rejected lines
  in/a.csv:17: cantidad "x" is not a number
  in/a2.csv:18: has 1 field instead of 2
  The lines themselves: out/a.rechazos.csv`);
});

it('lists only what needs a look of a whole year', () => {
  const days = Array.from({ length: 365 }, (_, day) => reportOf({ name: `in/${day}.csv` }));
  const text = describeLoad(outcomeOf([...days, failed]));
  expect(text).toContain('366 files: 365 loaded, 1 not loaded.');
  expect(text.split('\n').length).toBeLessThan(12);
  expect(text).toMatch(/^ {2}in\/b\.csv +not loaded +0 +0 +0$/m);
  expect(text).not.toContain('in/7.csv');
});

it('says where rejects are that were not written to files, and what was left out', () => {
  const rejects = Array.from({ length: 30 }, (_, line) => rejectOf({ line, value: 'y'.repeat(100) }));
  const leftOut = Array.from({ length: 12 }, (_, file) => ({ path: `in/${file}\u001b.txt`, place: 'in/feed.json' }));
  const text = describeLoad(outcomeOf([reportOf({ outcome: 'con_rechazos', rejected: 30, rejects })], { leftOut }));
  expect(text).toContain('and 20 lines more\n  The lines themselves: in the table rechazos');
  expect(text).toContain(`cantidad "${'y'.repeat(60)}..." is not a number`);
  expect(text.match(/is not a number/g)).toHaveLength(10);
  expect(text).toContain(String.raw`in/0\u001b.txt: none of the "files" of in/feed.json`);
  expect(text).toContain('and 2 files more');
});

it('shows how files would be understood, those that are alike together', () => {
  const understanding = {
    feed: 'ventas',
    recognised: { format: 'csv', delimiter: '\t', decimal: ',', encoding: 'utf-8' },
    fields: { producto_id: 'column Código', cantidad: 'column Cant' },
    unused: ['Nota'],
    sample: [
      { line: '2', producto_id: '1.50', cantidad: '1.500000', nota: null },
      { line: '3', producto_id: 'x'.repeat(50), cantidad: '-20.000000', nota: null },
    ],
  } as const;
  const reports = ['a.csv', 'b.csv'].map((name) => reportOf({ name, loaded: 0, understanding, units: [] }));
  expect(describeLoad(outcomeOf(reports, { dryRun: true }))).toBe(`2 files: 2 would be loaded.
2,400 lines read: 2,400 good.

Files
  file   feed                     lines  rejected
  a.csv  ventas  would be loaded  1,200         0
  b.csv  ventas  would be loaded  1,200         0

a.csv, and 1 file alike: ventas
  read as     format csv, delimiter tab, decimal ",", encoding utf-8
  fields      producto_id  column Código
              cantidad     column Cant
  not taken   Nota
  first rows  line  producto_id               cantidad  nota
              2     1.50                           1.5  -
              3     xxxxxxxxxxxxxxxxxxxxx...       -20  -`);
});
