import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { optionValues, readArguments } from '../options/index.ts';
import { fluxionHere } from '../testing/fluxion-here.ts';
import { exitCodeOf } from './exit-code.ts';
import { fileFlags } from './flags.ts';
import { openRejectsFolder } from './rejects-folder.ts';
import { rejectOf, reportOf } from './testing/reports.ts';

let folder: string;
// To read all of the program takes longer than what it does here.
beforeAll(() => import('../commands/load.ts'), 60_000);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fluxion-load-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('exitCodeOf', () => {
  const refused = reportOf({ outcome: 'fallida', error: 'FEED_REFUSED' });
  const partly = reportOf({ outcome: 'con_rechazos' });
  const brokenOff = reportOf({ outcome: 'fallida', error: 'LOAD_FAILED' });
  const unsuitable = reportOf({ outcome: 'fallida', error: 'DATABASE_UNSUITABLE' });
  const unitsFailed = reportOf({ outcome: 'fallida' });

  it.each([
    [[], 0],
    [[reportOf(), reportOf({ outcome: 'igual' }), reportOf({ outcome: 'vacia' })], 0],
    [[reportOf(), partly], 3],
    [[partly, refused], 4],
    [[refused, brokenOff, partly], 1],
    [[unitsFailed, refused], 1],
    [[unsuitable, brokenOff], 5],
  ])('of %#', (reports, code) => {
    expect(exitCodeOf(reports)).toBe(code);
  });
});

it('turns flags into what feed.json would say', () => {
  const names = ['feed', 'store', 'date', 'timezone', 'describe', 'column', 'constant', 'encoding'] as const;
  const more = ['delimiter', 'decimal', 'date-format', 'no-header', 'sheet', 'rows-path'] as const;
  const flagsOf = (...args: string[]) => fileFlags(optionValues([...names, ...more], readArguments(args).given, {}));
  expect(flagsOf()).toEqual({ columns: {}, constants: {}, formats: {} });
  const told = ['--column', 'cantidad=Total = x', '--column', 'linea=3', '--constant', 'origen=', '--decimal', ','];
  expect(flagsOf(...told, '--date-format', 'D/M/Y', '--no-header', '--rows', 'data.items', '--store', 'T1')).toEqual({
    columns: { cantidad: 'Total = x', linea: '3' },
    constants: { origen: '' },
    formats: { decimal: ',', date: 'D/M/Y' },
    header: false,
    rows: 'data.items',
    store: 'T1',
  });
  expect(() => flagsOf('--column', 'cantidad')).toThrow('--column OURS=THEIRS cannot be read from "cantidad"');
  expect(() => flagsOf('--column', 'cantidad=')).toThrow('--column OURS=THEIRS cannot be read');
  expect(() => flagsOf('--constant', 'a=1', '--constant', 'a=2')).toThrow('--constant tells a twice');
});

describe('rejected lines', () => {
  const reject = rejectOf({ value: '1;2', text: 'a;"1;2"\r\nb' });

  it('are written for people, a file for each delivery that has some', async () => {
    const rejects = await openRejectsFolder(join(folder, 'new/rejects'));
    const report = reportOf({
      name: '/in/T 1/2024.csv',
      rejects: [reject, { ...reject, field: undefined, value: undefined }],
    });
    await rejects.keep(report);
    await rejects.keep(reportOf());
    await rejects.keep(reportOf({ name: `${'ñ'.repeat(300)}.csv`, rejects: [reject] }));
    const [file = ''] = rejects.files;
    expect(file).toBe(join(folder, 'new/rejects/in_T_1_2024.csv.rechazos.csv'));
    expect(await readFile(file, 'utf8')).toBe(
      [
        '\uFEFFarchivo;linea;columna;valor;razon;texto',
        '/in/T 1/2024.csv;17;cantidad;"1;2";is not a number;"a;""1;2""\r\nb"',
        '/in/T 1/2024.csv;17;;;is not a number;"a;""1;2""\r\nb"',
        '',
      ].join('\r\n'),
    );
    expect(await readdir(join(folder, 'new/rejects'))).toHaveLength(2);
    await rejects.keep({ ...report, rejects: [] });
    expect(await readdir(join(folder, 'new/rejects'))).toHaveLength(1);
  });

  it('are refused a place that is none before anything is loaded', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(openRejectsFolder(join(folder, 'file'))).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
  });
});

it.each([
  [['load'], 2, '`fluxion load` needs a PATH, or --source NAME'],
  [['load', 'a.csv', '--source', 's', '--date', '2024-05-03'], 2, 'leave one of them out'],
  [['load', '--source', 's'], 2, '--source needs the day that it is asked for: --date YYYY-MM-DD'],
  [['load', '--source', 's', '--date', 'x'], 2, '--source needs the day'],
  [['load', '--source', 's', '--date', '2024-05-03', '--rows', 'a.b'], 2, '--rows is about files'],
  [['load', 'none.csv'], 4, 'There is no file or folder none.csv.'],
  [['load', 'none.csv', '--feed', 'venta'], 2, '--feed is no kind of feed: "venta" (did you mean "ventas"?)'],
  [['load', 'none.csv', '--describe', 'none.json'], 4, 'There is no file none.json, which --describe names.'],
  [
    ['load', 'a.csv', '--column', 'producto=x'],
    2,
    '--column producto is no field of any feed (did you mean "producto_id"?)',
  ],
])('refuses %j before it opens the database', async (args, exitCode, sentence) => {
  const refused = await fluxionHere(args, { FLUXION_HOME: folder });
  expect({ exitCode: refused.exitCode, stderr: refused.stderr }).toEqual({
    exitCode,
    stderr: expect.stringContaining(sentence),
  });
  expect(await readdir(folder)).toEqual([]);
});
