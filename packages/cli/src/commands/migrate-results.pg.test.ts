import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { createDuckFile } from '#testing/duck-file.ts';
import { beforeEach, expect, it } from 'vitest';
import { fluxionHere, type OnProgress } from '../testing/fluxion-here.ts';

let folder: string;
let database: TestDatabase;
beforeEach(async () => {
  const made = await mkdtemp(join(tmpdir(), 'fluxion-cli-'));
  const own = await createTestDatabase({ template: 'empty' });
  [folder, database] = [made, own];
  return async () => {
    await own.drop();
    await rm(made, { recursive: true, force: true });
  };
});

const fluxion = (args: readonly string[], onProgress?: OnProgress) =>
  fluxionHere([...args, '--database', database.url], { FLUXION_HOME: folder }, onProgress);

async function tables(): Promise<unknown[]> {
  const sql = `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`;
  return (await database.pool.query<{ name: string }>(sql)).rows.map(({ name }) => name);
}

const lossy = [
  'CREATE TABLE notes (id INTEGER PRIMARY KEY, note VARCHAR, amount UBIGINT)',
  `INSERT INTO notes SELECT i, CASE WHEN i = 7 THEN 'a' || chr(0) ELSE 'n' END, i FROM range(100) r(i)`,
];

it('plans in full where a loss would stop it, rejects the rows if told so, and writes a page about both', async () => {
  const file = await createDuckFile(lossy);
  const page = join(folder, 'report.html');
  const plan = await fluxion(['migrate', file, '--dry-run', '--report', page]);
  expect(plan.exitCode).toBe(3);
  expect(plan.stdout).toMatch(/^The migration would stop before any row moves: .* 1 value of 1 column\.$/m);
  expect(plan.stdout).toMatch(/^ {2}column notes\.amount\n +UBIGINT is numeric\(20,0\)/m);
  expect(plan.stdout).toContain('CREATE TABLE');
  expect(await readFile(page, 'utf8')).toContain('The migration would stop before any row moves');
  expect(await tables()).toEqual([]);

  const rejects = join(folder, 'rejects');
  const rejecting = ['migrate', file, '--on-loss', 'reject', '--rejects', rejects, '--report', page];
  const done = await fluxion(rejecting);
  expect({ exitCode: done.exitCode, stdout: done.stdout }).toEqual({
    exitCode: 3,
    stdout: expect.stringMatching(
      /^1 table, 99 rows moved; every value proven equal, with exceptions: 1 row rejected\.\n/,
    ),
  });
  expect(done.stdout).toContain(`${rejects}/TABLE.rejects.ndjson`);
  const [line = ''] = (await readFile(join(rejects, 'notes.rejects.ndjson'), 'utf8')).split('\n');
  expect(JSON.parse(line)).toEqual({
    key: { id: '7' },
    column: 'note',
    value: 'a\0',
    reason: 'holds a NUL character, which PostgreSQL cannot keep in text',
  });
  const written = await readFile(page, 'utf8');
  expect(written).toContain('1 row rejected.');
  expect(written).toContain(new URL(database.url).pathname.slice(1));
  expect(written).not.toContain(`:${new URL(database.url).password}@`);
});

it('refuses a report that cannot be written before any row moves, and writes one about a failure', async () => {
  const file = await createDuckFile(lossy);
  const refused = await fluxion(['migrate', file, '--report', join(folder, 'none', 'report.html')]);
  expect({ ...refused, stdout: '' }).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('The report cannot be written'),
  });
  const page = join(folder, 'report.html');
  const failed = await fluxion(['migrate', file, '--report', page, '--json']);
  expect(failed.exitCode).toBe(4);
  expect(JSON.parse(failed.stdout).error).toMatchObject({
    code: 'TARGET_MISFIT',
    message: expect.stringContaining('--on-loss reject or convert'),
    details: [expect.stringContaining('notes: column note: 1 value holds a NUL')],
  });
  const written = await readFile(page, 'utf8');
  expect(written).toContain('The migration failed.');
  expect(written).toContain('--on-loss reject');
  expect(await tables()).toEqual([]);
});

it('says --resume when it is interrupted, and goes on with it', async () => {
  const file = await createDuckFile([
    'CREATE TABLE first AS SELECT i FROM range(1000) r(i)',
    `CREATE TABLE second AS SELECT i, 'text ' || i AS t FROM range(600000) r(i)`,
  ]);
  const page = join(folder, 'report.html');
  const broken = await fluxion(['migrate', file, '--jobs', '1', '--report', page], (text, interrupt) => {
    if (/^(?:first|second): /.test(text)) interrupt();
  });
  expect({ ...broken, stderr: broken.stderr.split('\n').at(-2) }).toEqual({
    exitCode: 130,
    stdout: '',
    stderr: expect.stringMatching(/^fluxion: Interrupted\. .*--resume/),
  });
  expect(await readFile(page, 'utf8')).toContain('The migration was interrupted.');
  const refused = await fluxion(['migrate', file]);
  expect(refused).toMatchObject({ exitCode: 5, stderr: expect.stringContaining('--resume') });
  const resumed = await fluxion(['migrate', file, '--resume', '--report', page, '--json']);
  expect({ ...resumed, stdout: '', stderr: '' }).toMatchObject({ exitCode: 0 });
  expect(JSON.parse(resumed.stdout)).toMatchObject({
    rows: 601_000,
    resumed: { of: expect.any(Number) },
    reportFile: page,
  });
  expect(await readFile(page, 'utf8')).toContain('2 tables, 601,000 rows moved; every value proven equal.');
});

it('compares rejected rows as such when told so', async () => {
  const file = await createDuckFile(lossy);
  await fluxion(['migrate', file, '--on-loss', 'reject', '--rejects', folder]);
  const equal = await fluxion(['verify', file, '--on-loss', 'reject']);
  expect(equal).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^Equal: 99 rows of 1 table, in every column/),
  });
  await database.pool.query('UPDATE notes SET amount = 5 WHERE id = 3');
  const differs = await fluxion(['verify', file, '--on-loss', 'reject']);
  expect(differs).toMatchObject({
    exitCode: 3,
    stdout: expect.stringMatching(
      /^Not equal: 1 of 1 table .*\n.*notes: amount\n +3 amount: 3 in the file, 5 in PostgreSQL\n$/s,
    ),
  });
});
