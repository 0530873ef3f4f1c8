import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDuckFile, runInDuckFile } from '#testing/duck-file.ts';
import { expect, it, onTestFinished } from 'vitest';
import { provideTarget } from './testing/target.ts';
import { verify } from './verify/index.ts';

const target = provideTarget();
const { query, run, refusal } = target;

const source = [
  'CREATE TABLE notes (id INTEGER PRIMARY KEY, note VARCHAR, moment TIMESTAMP_NS)',
  `INSERT INTO notes VALUES (1, 'fine', '2024-01-01 00:00:00'), (2, 'a' || chr(0) || 'b', '2024-01-01 00:00:00.000000789'), (3, NULL, '2024-01-02 00:00:00.000000001')`,
  `CREATE TABLE whole AS SELECT 1 AS i`,
];

function rejectsDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'fluxion-rejects-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return join(directory, 'made', 'on demand');
}

const notes = () => query(`SELECT id, note, moment::text AS at FROM notes ORDER BY id`);

it('writes nothing where values would be lost, and says which', async () => {
  const { code, details } = await refusal(await createDuckFile(source));
  expect(code).toBe('TARGET_MISFIT');
  expect(details).toEqual([
    expect.stringMatching(/^notes: column note: 1 value holds a NUL character.*: a\\0b$/),
    expect.stringMatching(/^notes: column moment: 2 values have parts of a microsecond/),
  ]);
  expect(await query(`SELECT to_regclass('whole') AS t`)).toEqual([{ t: null }]);
});

it('puts the nearest value in the place of a lost one, and compares it as such', async () => {
  const file = await createDuckFile(source);
  const report = await run(file, { onLoss: 'convert' });
  expect(report.losses.map(({ column, count, outcome }) => [column, count, outcome])).toEqual([
    ['note', 1, 'converted'],
    ['moment', 2, 'converted'],
  ]);
  expect(report.tables.map(({ proof }) => proof?.equal)).toEqual([true, true]);
  expect(await notes()).toEqual([
    { id: 1, note: 'fine', at: '2024-01-01 00:00:00' },
    { id: 2, note: 'ab', at: '2024-01-01 00:00:00' },
    { id: 3, note: null, at: '2024-01-02 00:00:00' },
  ]);
  expect(await verify({ file, pool: target.pool, schema: 'public' })).toMatchObject({ equal: true });
});

it('leaves rows out with a line for each reason, and brings them when the file has been corrected', async () => {
  const file = await createDuckFile(source);
  const directory = rejectsDirectory();
  const reject = { onLoss: 'reject', rejectsDirectory: directory } as const;
  const report = await run(file, reject);
  expect(report).toMatchObject({ rows: 2, rejected: 2, rejectsDirectory: directory });
  const lines = readFileSync(join(directory, 'notes.rejects.ndjson'), 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(
    expect.arrayContaining([
      { key: { id: '2' }, column: 'note', value: 'a\0b', reason: expect.stringContaining('NUL') },
      { key: { id: '2' }, column: 'moment', value: expect.stringContaining('.000000789'), reason: expect.any(String) },
      { key: { id: '3' }, column: 'moment', value: expect.stringContaining('.000000001'), reason: expect.any(String) },
    ]),
  );
  expect(lines).toHaveLength(3);
  expect(await notes()).toMatchObject([{ id: 1 }]);
  expect(await verify({ file, pool: target.pool, schema: 'public' })).toMatchObject({ equal: true });
  await runInDuckFile(file, `UPDATE notes SET note = replace(note, chr(0), '-'), moment = '2024-01-03'`);
  const corrected = await run(file, { ...reject, resume: true, changed: true });
  expect(corrected).toMatchObject({ rows: 4, rejected: 0 });
  expect(existsSync(join(directory, 'notes.rejects.ndjson'))).toBe(false);
  expect((await notes()).map(({ note }) => note)).toEqual(['fine', 'a-b', null]);
});

it('keeps the rejects of tables of the same name apart', async () => {
  const file = await createDuckFile([
    'CREATE SCHEMA s',
    `CREATE TABLE t AS SELECT 'a' || chr(0) AS x`,
    `CREATE TABLE s.t AS SELECT 'fine' AS x`,
    `CREATE TABLE "s.t" AS SELECT 'b' || chr(0) AS x`,
    `CREATE TABLE "t/u" AS SELECT 'c' || chr(0) AS x`,
    `CREATE TABLE t_u AS SELECT 'd' || chr(0) AS x`,
  ]);
  const directory = rejectsDirectory();
  const report = await run(file, { onLoss: 'reject', rejectsDirectory: directory });
  expect(report.rejected).toBe(4);
  expect(readdirSync(directory).toSorted()).toEqual([
    's%2Et.rejects.ndjson',
    't%2Fu.rejects.ndjson',
    't.rejects.ndjson',
    't_u.rejects.ndjson',
  ]);
});

it('says where rejects cannot be written, before any row moves', async () => {
  const file = await createDuckFile(source);
  const error = await refusal(file, { onLoss: 'reject', rejectsDirectory: join(file, 'a file is no folder') });
  expect(error).toMatchObject({ code: 'USAGE', message: expect.stringContaining('--rejects') });
  expect(await query(`SELECT to_regclass('whole') AS t`)).toEqual([{ t: null }]);
});
