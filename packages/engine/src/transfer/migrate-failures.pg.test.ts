import { createDuckFile, runInDuckFile } from '#testing/duck-file.ts';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../duckdb/index.ts';
import { completedRun } from './ledger/index.ts';
import { provideTarget } from './testing/target.ts';

const target = provideTarget();
const { query, run, refusal } = target;

describe('a migration that fails', () => {
  it('keeps what is committed when PostgreSQL refuses a row, and goes on once the cause is mended', async () => {
    await query(`CREATE TABLE stores (id text); CREATE TABLE t (i int CHECK (i < 900000))`);
    const file = await createDuckFile([
      'CREATE TABLE made AS SELECT 1 AS i',
      `CREATE TABLE stores AS SELECT 'A' AS id`,
      'CREATE TABLE t AS SELECT i::INTEGER AS i FROM range(1000000) r(i)',
    ]);
    const refused = await refusal(file);
    expect(refused).toMatchObject({
      code: 'COPY_FAILED',
      message: expect.stringMatching(/^t: PostgreSQL refused its rows: .*check/),
    });
    expect(await refusal(file)).toMatchObject({
      code: 'DATABASE_UNSUITABLE',
      message: expect.stringMatching(/--resume/),
    });
    await query('ALTER TABLE t DROP CONSTRAINT t_i_check');
    const report = await run(file, { resume: true });
    expect(report).toMatchObject({ rows: 1_000_002, resumed: { changed: 0 } });
    expect(report.resumed?.chunks).toBeGreaterThan(0);
    expect(await query('SELECT count(*)::int AS n, count(DISTINCT i)::int AS d FROM t')).toEqual([
      { n: 1_000_000, d: 1_000_000 },
    ]);
  });

  it('says that it was DuckDB that failed', async () => {
    const file = await createDuckFile(`CREATE TABLE t AS SELECT unnest(['1', 'x']) AS s`);
    const error = await refusal(file, {
      selects: { t: `SELECT CASE WHEN s = '1' THEN 1 ELSE error('no ' || s) END AS i FROM t` },
    });
    expect(error).toMatchObject({
      code: 'COPY_FAILED',
      message: expect.stringMatching(/^t: DuckDB cannot read its rows: .*no x/),
    });
  });

  it('keeps nothing when it has no rows yet', async () => {
    const file = await createDuckFile('CREATE TABLE t AS SELECT i FROM range(400000) r(i)');
    const interrupt = new AbortController();
    const progress = { stage: () => ({ advance: () => interrupt.abort(), end: () => {} }) };
    expect(await refusal(file, { signal: interrupt.signal, progress })).toMatchObject({
      code: 'INTERRUPTED',
      exitCode: 130,
    });
    expect(await query(`SELECT to_regclass('t') AS t`)).toEqual([{ t: null }]);
    expect(await run(file)).toMatchObject({ rows: 400_000 });
  });

  it('goes on where its server connection was lost', async () => {
    await query('CREATE TABLE kept (i bigint)');
    const file = await createDuckFile([
      'CREATE TABLE made AS SELECT 1 AS i',
      'CREATE TABLE kept AS SELECT i FROM range(3000000) r(i)',
      'CREATE SEQUENCE s START 5',
    ]);
    const cutAll = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    let cut: Promise<unknown> | undefined;
    let rows = 0;
    const advance = (count: number) => {
      rows += count;
      if (rows > 1_500_000) cut ??= target.pool.query(cutAll);
    };
    const progress = { stage: (label: string) => ({ advance: label === 'kept' ? advance : () => {}, end: () => {} }) };
    expect(await refusal(file, { progress })).toMatchObject({ code: 'DATABASE_UNREACHABLE', exitCode: 5 });
    await cut;
    const again = await run(file, { resume: true });
    expect(again.rows).toBe(3_000_001);
    expect(again.tables.find(({ table }) => table === 'kept')?.copied).toBeLessThan(3_000_000);
    expect(await query('SELECT count(*)::int AS n, count(DISTINCT i)::int AS d FROM kept')).toEqual([
      { n: 3_000_000, d: 3_000_000 },
    ]);
  });

  it('is taken back whole if it is disposable', async () => {
    await query('CREATE TABLE t (i int CHECK (i < 900000))');
    const file = await createDuckFile([
      'CREATE TABLE made AS SELECT 1 AS i',
      'CREATE TABLE t AS SELECT i::INTEGER AS i FROM range(1000000) r(i)',
    ]);
    expect(await refusal(file, { disposable: true })).toMatchObject({ code: 'COPY_FAILED' });
    expect(await query(`SELECT to_regclass('made') AS made, (SELECT count(*)::int FROM t) AS t`)).toEqual([
      { made: null, t: 0 },
    ]);
  });

  it('leaves alone what others wrote meanwhile', async () => {
    await query('CREATE TABLE kept (i bigint); CREATE TABLE later (i bigint CHECK (i < 0))');
    const file = await createDuckFile([
      'CREATE TABLE kept AS SELECT i FROM range(1000) r(i)',
      'CREATE TABLE later AS SELECT i FROM range(1000) r(i)',
    ]);
    let written: Promise<unknown> | undefined;
    const stage = (label: string) => {
      if (label === 'later') written = query('INSERT INTO kept VALUES (-1)');
      return { advance: () => {}, end: () => {} };
    };
    expect(await refusal(file, { progress: { stage }, disposable: true })).toMatchObject({ code: 'COPY_FAILED' });
    await written;
    expect(await query('SELECT i FROM kept')).toEqual([{ i: '-1' }]);
  });

  it('is taken back past triggers of a table that it never came to, and begun anew where others refer to it from afar', async () => {
    await query(`CREATE TABLE a (i int PRIMARY KEY CHECK (i < 10)); CREATE TABLE b (i int REFERENCES a);
      CREATE SCHEMA afar; CREATE TABLE afar.theirs (i int REFERENCES a);
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
      CREATE TRIGGER t BEFORE DELETE ON b EXECUTE FUNCTION refuse()`);
    const tables = (rows: number) => [
      `CREATE TABLE a AS SELECT i::INTEGER AS i FROM range(${rows}) r(i)`,
      'CREATE TABLE b AS SELECT 1 AS i',
    ];
    expect(await refusal(await createDuckFile(tables(20)))).toMatchObject({ code: 'COPY_FAILED' });
    await query('INSERT INTO a VALUES (-1)');
    expect(await run(await createDuckFile(tables(3)), { replace: true })).toMatchObject({ rows: 4 });
    expect(await query('SELECT count(*)::int AS a FROM a')).toEqual([{ a: 3 }]);
  });

  it('drops nothing that took the place of what it had made', async () => {
    const file = await createDuckFile(['CREATE TABLE made AS SELECT 1 AS i', 'CREATE VIEW v AS SELECT i FROM made']);
    await run(file);
    await query(`UPDATE fluxion_transfer.run SET outcome = NULL`);
    await query('DROP TABLE made CASCADE; CREATE TABLE made (theirs int)');
    expect(await refusal(file, { dryRun: true })).toMatchObject({ code: 'DATABASE_UNSUITABLE' });
    expect(await refusal(file, { replace: true })).toMatchObject({ code: 'TARGET_MISFIT' });
    expect(await query('SELECT theirs FROM made')).toEqual([]);
  });

  it('says what stands in the way of taking it back', async () => {
    const file = await createDuckFile('CREATE TABLE made AS SELECT 1 AS i');
    await run(file);
    await query(`UPDATE fluxion_transfer.run SET outcome = NULL; CREATE VIEW theirs AS SELECT * FROM made`);
    const error = await refusal(file, { replace: true });
    expect(error).toMatchObject({ code: 'DATABASE_UNSUITABLE', details: [expect.stringContaining('view theirs')] });
    expect(await query('SELECT i FROM theirs')).toEqual([{ i: 1 }]);
  });

  it('is interrupted in the middle of an index', async () => {
    const file = await createDuckFile([
      'CREATE TABLE t (i BIGINT PRIMARY KEY)',
      'INSERT INTO t SELECT i FROM range(300000) r(i)',
    ]);
    const interrupt = new AbortController();
    const progress = { stage: () => ({ advance: () => {}, end: () => interrupt.abort() }) };
    expect(await refusal(file, { signal: interrupt.signal, progress })).toMatchObject({ code: 'INTERRUPTED' });
    const key = `SELECT count(*)::int AS n FROM pg_constraint WHERE conrelid = 't'::regclass AND contype = 'p'`;
    expect(await query(key)).toEqual([{ n: 0 }]);
    expect(await run(file, { resume: true })).toMatchObject({ rows: 300_000 });
    expect(await query(key)).toEqual([{ n: 1 }]);
  });

  it('refuses a second one at the same time', async () => {
    const holder = await target.pool.connect();
    await holder.query(`SELECT pg_advisory_lock(hashtextextended('fluxion_transfer', 0))`);
    expect(await refusal(await createDuckFile('CREATE TABLE t AS SELECT 1 AS i'))).toMatchObject({
      code: 'DATABASE_UNSUITABLE',
    });
    holder.release(true);
  });
});

it('knows a file that it migrated, until the file changes', async () => {
  const file = await createDuckFile('CREATE TABLE t AS SELECT 1 AS i');
  await run(file);
  const completed = await completedRun(target.pool, fingerprint(file));
  expect(completed).toMatchObject({ finished: expect.stringMatching(/^\d{4}-/), proven: true });
  await runInDuckFile(file, 'INSERT INTO t VALUES (2)');
  expect(await completedRun(target.pool, fingerprint(file))).toBeUndefined();
});

it('no longer knows a file whose rows another has taken the place of', async () => {
  await target.query('CREATE TABLE t (i int)');
  const [first, second] = [
    await createDuckFile('CREATE TABLE t AS SELECT 1 AS i'),
    await createDuckFile('CREATE TABLE t AS SELECT 2 AS i'),
  ];
  await run(first);
  await run(second, { replace: true });
  expect(await completedRun(target.pool, fingerprint(first))).toBeUndefined();
  expect(await completedRun(target.pool, fingerprint(second))).toBeDefined();
  expect(await refusal(first, { resume: true })).toMatchObject({ code: 'SOURCE_CHANGED' });
  await run(first, { resume: true, changed: true });
  expect(await query('SELECT i FROM t')).toEqual([{ i: 1 }]);
});
