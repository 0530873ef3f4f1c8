import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { FluxionError } from '../../base/index.ts';
import { provideTarget } from '../testing/target.ts';
import { exportDatabase } from './export.ts';
import { ask, newFile } from './testing/exported.ts';

const target = provideTarget();
type Options = Parameters<typeof exportDatabase>[0];

const run = (file: string, more: Partial<Options> = {}) =>
  exportDatabase({ file, pool: target.pool, schema: 'public', ...more });
const filesBeside = (file: string) => readdirSync(dirname(file)).filter((name) => name !== basename(file));

it('takes one moment of a database in which others go on writing', async () => {
  await target.query(
    'CREATE TABLE a (n int); CREATE TABLE b (n int); INSERT INTO a VALUES (0); INSERT INTO b VALUES (0)',
  );
  const ended = new AbortController();
  const write = async (written = 0): Promise<number> => {
    if (ended.signal.aborted) return written;
    await target.query(
      'BEGIN; UPDATE a SET n = n + 1; INSERT INTO a VALUES (0); UPDATE b SET n = n + 1; INSERT INTO b VALUES (0); COMMIT',
    );
    return write(written + 1);
  };
  const writer = write();
  const file = newFile();
  const report = await run(file).finally(() => ended.abort());
  expect(await writer).toBeGreaterThan(0);
  expect(report.whole).toBe(true);
  expect(report.tables.map(({ proof }) => proof?.equal)).toEqual([true, true]);
  const [row] = await ask(
    file,
    'SELECT (SELECT count(*) FROM a) = (SELECT count(*) FROM b) AND (SELECT sum(n) FROM a) = (SELECT sum(n) FROM b) AS together',
  );
  expect(row).toEqual({ together: true });
});

it('never writes over a file unless told to', async () => {
  await target.query('CREATE TABLE t (i int); INSERT INTO t VALUES (1)');
  const file = newFile();
  writeFileSync(file, 'precious');
  await expect(run(file)).rejects.toMatchObject({ code: 'FILE_EXISTS', exitCode: 4 });
  expect(readFileSync(file, 'utf8')).toBe('precious');
  await run(file, { replace: true });
  expect(await ask(file, 'SELECT i FROM t')).toEqual([{ i: 1 }]);
  expect(filesBeside(file)).toEqual([]);
  writeFileSync(`${file}.wal`, '');
  await expect(run(file, { replace: true })).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
  mkdirSync(join(dirname(file), 'folder'));
  await expect(run(join(dirname(file), 'folder'))).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
  await expect(run(join(dirname(file), 'none', 'x.duckdb'))).rejects.toThrow(/there is no folder .*none/);
});

it('removes what a dead process left, and nothing of one that lives', async () => {
  await target.query('CREATE TABLE t (i int)');
  const file = newFile();
  const dead = spawnSync(process.execPath, ['--version']).pid;
  for (const name of [`${dead}`, `${dead}.wal`, '1', 'x']) writeFileSync(`${file}.exporting-${name}`, '');
  mkdirSync(`${file}.exporting-${dead}.tmp`);
  await run(file);
  expect(filesBeside(file).toSorted()).toEqual([`${basename(file)}.exporting-1`, `${basename(file)}.exporting-x`]);
});

it('leaves nothing behind when it is stopped or PostgreSQL refuses', async () => {
  await target.query(`CREATE TABLE t AS SELECT i, repeat('x', 100) AS s FROM generate_series(1, 300000) r(i)`);
  const file = newFile();
  const controller = new AbortController();
  const advance = () => controller.abort(new FluxionError('INTERRUPTED', 'interrupted'));
  const progress = { stage: () => ({ advance, end: () => {} }) };
  await expect(run(file, { signal: controller.signal, progress })).rejects.toMatchObject({ code: 'INTERRUPTED' });
  expect([existsSync(file), filesBeside(file)]).toEqual([false, []]);

  await target.query(
    'CREATE TABLE secret (i int); ALTER TABLE secret ENABLE ROW LEVEL SECURITY; ALTER TABLE secret FORCE ROW LEVEL SECURITY; INSERT INTO t VALUES (0)',
  );
  await expect(run(file, { only: ['secret'] })).rejects.toMatchObject({
    code: 'DATABASE_UNSUITABLE',
    message: expect.stringContaining('may read every row'),
  });
  await target.query('DROP TABLE secret; CREATE TABLE gone (i int)');
  // Its connections end while the table is on its way.
  let killed = false;
  const kill = async () => {
    if (killed) return;
    killed = true;
    await target.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY (SELECT%'`,
    );
  };
  await expect(
    run(file, { progress: { stage: () => ({ advance: () => void kill(), end: () => {} }) } }),
  ).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  expect([existsSync(file), filesBeside(file)]).toEqual([false, []]);
  expect(await run(file)).toMatchObject({ whole: true, rows: 300_001 });
});
