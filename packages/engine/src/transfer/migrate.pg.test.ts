import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { createDuckFile, runInDuckFile } from '#testing/duck-file.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FluxionError } from '../base/index.ts';
import { migrate } from './migrate.ts';
import { completedRun, markProven } from './run/ledger.ts';
import { fingerprint, hasLog } from '../duckdb/index.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase({ template: 'empty' });
});
afterEach(() => database.drop());

const query = async (sql: string) => (await database.pool.query<Record<string, unknown>>(sql)).rows;
const run = (file: string, more: Partial<Parameters<typeof migrate>[0]> = {}) =>
  migrate({ file, pool: database.pool, schema: 'public', ...more });

/** The refusal of a migration, with its code and lines. */
async function refusal(file: string, more: Partial<Parameters<typeof migrate>[0]> = {}): Promise<FluxionError> {
  const error = await run(file, more).catch((thrown: unknown) => thrown);
  if (!(error instanceof FluxionError)) throw new Error(`not refused, or not by us: ${String(error)}`);
  return error;
}

const chain = [
  `CREATE SEQUENCE seq START 10 INCREMENT 5`,
  `CREATE TABLE stores (id VARCHAR PRIMARY KEY, "Code" VARCHAR UNIQUE NOT NULL, kind VARCHAR CHECK (kind IN ('tienda', 'cedi')), open BOOLEAN DEFAULT true)`,
  `CREATE TABLE sales (id BIGINT PRIMARY KEY DEFAULT nextval('seq'), store VARCHAR NOT NULL REFERENCES stores(id), day DATE NOT NULL, amount DECIMAL(18,6) DEFAULT 1.5, stamp TIMESTAMP DEFAULT CURRENT_TIMESTAMP, CHECK (amount > -1000 AND day >= DATE '2000-01-01'))`,
  `INSERT INTO stores VALUES ('A', 'a1', 'tienda', true), ('B', 'b1', 'cedi', NULL)`,
  `INSERT INTO sales (store, day, amount) VALUES ('A', '2024-01-01', 10.25), ('B', '2024-01-02', -3), ('A', '2024-01-02', NULL)`,
  `CREATE INDEX by_day ON sales(day, store)`,
  `CREATE INDEX by_code ON stores(("Code" || '!'))`,
  `COMMENT ON TABLE sales IS 'it''s sales'`,
  `COMMENT ON COLUMN sales.amount IS 'in USD'`,
  `CREATE VIEW per_store AS SELECT s.CODE, sum(amount) AS total, count(*) AS n FROM sales JOIN stores s ON s.id = store GROUP BY ALL`,
];

describe('a database without the tables', () => {
  it('gets them as they are in the file', async () => {
    const file = await createDuckFile(chain);
    const report = await run(file);
    expect(report.notes).toEqual([]);
    expect(report.tables.map(({ table, action, rows }) => [table, action, rows])).toEqual([
      ['stores', 'create', 2],
      ['sales', 'create', 3],
    ]);
    expect(await query('SELECT id, store, day::text, amount FROM sales ORDER BY id')).toEqual([
      { id: '10', store: 'A', day: '2024-01-01', amount: '10.250000' },
      { id: '15', store: 'B', day: '2024-01-02', amount: '-3.000000' },
      { id: '20', store: 'A', day: '2024-01-02', amount: null },
    ]);
    expect(await query('SELECT * FROM per_store ORDER BY 1')).toEqual([
      { Code: 'a1', total: '10.250000', n: '2' },
      { Code: 'b1', total: '-3.000000', n: '1' },
    ]);
    expect(
      await query(`SELECT obj_description('sales'::regclass) AS t, col_description('sales'::regclass, 4) AS c`),
    ).toEqual([{ t: "it's sales", c: 'in USD' }]);
    expect(
      await query(`SELECT indexname FROM pg_indexes WHERE indexname IN ('by_day', 'by_code') ORDER BY 1`),
    ).toHaveLength(2);
  });

  it('keeps every rule of the file in force, and goes on counting where it stopped', async () => {
    await run(await createDuckFile(chain));
    expect(
      await query(
        `INSERT INTO sales (store, day) VALUES ('A', '2024-02-01') RETURNING id, amount, stamp IS NOT NULL AS stamped`,
      ),
    ).toEqual([{ id: '25', amount: '1.500000', stamped: true }]);
    for (const [statement, constraint] of [
      [`INSERT INTO sales (store, day) VALUES ('Z', '2024-02-01')`, /foreign key/],
      [`INSERT INTO sales (store, day, amount) VALUES ('A', '2024-02-01', -1000)`, /check/],
      [`INSERT INTO sales (store, day) VALUES ('A', '1999-12-31')`, /check/],
      [`INSERT INTO sales (id, store, day) VALUES (10, 'A', '2024-02-01')`, /duplicate key/],
      [`INSERT INTO sales (day) VALUES ('2024-02-01')`, /not-null/],
      [`INSERT INTO stores (id, "Code") VALUES ('C', 'a1')`, /duplicate key/],
      [`INSERT INTO stores (id, "Code", kind) VALUES ('C', 'c1', 'kiosk')`, /check/],
    ] as const) {
      await expect(query(statement)).rejects.toThrow(constraint);
    }
  });

  it('goes on counting where a file with a write-ahead log stopped', async () => {
    const file = await createDuckFile(chain);
    const unsaved = [`PRAGMA disable_checkpoint_on_shutdown`, `SET checkpoint_threshold = '1GB'`];
    await runInDuckFile(file, [...unsaved, `INSERT INTO sales (store, day) VALUES ('A', '2024-01-03')`]);
    expect(hasLog(file)).toBe(true);
    await run(file);
    expect(await query(`SELECT (SELECT max(id)::int FROM sales) AS last, nextval('seq')::int AS next`)).toEqual([
      { last: 25, next: 30 },
    ]);
  });

  it('keeps schemas, and puts main where it is told', async () => {
    const file = await createDuckFile([
      'CREATE SCHEMA other',
      'CREATE TABLE other.t AS SELECT 1 AS i',
      'CREATE TABLE t AS SELECT 2 AS i',
    ]);
    await run(file, { schema: 'mine' });
    expect(await query('SELECT (SELECT i FROM mine.t) AS mine, (SELECT i FROM other.t) AS other')).toEqual([
      { mine: 2, other: 1 },
    ]);
  });

  it('reports what has no translation and moves all the rest', async () => {
    const file = await createDuckFile([
      'CREATE TABLE t (i INTEGER, g INTEGER GENERATED ALWAYS AS (i + 1) VIRTUAL)',
      'INSERT INTO t VALUES (1), (2)',
      'CREATE VIEW odd AS SELECT list(i) AS l FROM t',
      'CREATE VIEW fine AS SELECT max(i) AS m FROM t',
    ]);
    const report = await run(file);
    expect(report.notes).toEqual([
      expect.objectContaining({ kind: 'column', name: 't.g', outcome: 'changed' }),
      expect.objectContaining({
        kind: 'view',
        name: 'view odd',
        outcome: 'refused',
        reason: expect.stringContaining('list'),
      }),
    ]);
    expect(await query('SELECT (SELECT m FROM fine) AS m, (SELECT sum(g)::int FROM t) AS g')).toEqual([{ m: 2, g: 5 }]);
  });

  it('loses no row of a table that has a column of the name rowid', async () => {
    const file = await createDuckFile([
      `CREATE TABLE a AS SELECT unnest(['x', 'y', NULL]) AS rowid`,
      `CREATE TABLE b AS SELECT unnest([-5, 7, NULL]) AS "RowId"`,
    ]);
    await run(file);
    expect(await query('SELECT rowid FROM a ORDER BY 1')).toEqual([{ rowid: 'x' }, { rowid: 'y' }, { rowid: null }]);
    expect(await query('SELECT "RowId" AS id FROM b ORDER BY 1')).toEqual([{ id: -5 }, { id: 7 }, { id: null }]);
  });

  it('takes just the tables that are asked for', async () => {
    const file = await createDuckFile([
      'CREATE TABLE a AS SELECT 1 AS i',
      'CREATE TABLE b AS SELECT 1 AS i',
      'CREATE TABLE c AS SELECT 1 AS i',
    ]);
    expect((await run(file, { only: ['a', 'b'], exclude: ['b'] })).tables.map(({ table }) => table)).toEqual(['a']);
    expect(await refusal(file, { only: ['nope'] })).toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining('no table nope'),
    });
  });

  it('writes nothing on a dry run', async () => {
    const report = await run(await createDuckFile(chain), { dryRun: true });
    expect(report.ddl.join('\n')).toContain('CREATE TABLE "public"."sales"');
    expect(await query(`SELECT count(*)::int AS n FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).toEqual([
      { n: 0 },
    ]);
  });
});

describe('a database that has the tables', () => {
  const target = `CREATE TABLE sales (id bigint PRIMARY KEY, store varchar(5) NOT NULL, amount numeric(12,2), loaded timestamptz NOT NULL DEFAULT now(), remark text)`;

  it('fills them by name and leaves the rest to their defaults', async () => {
    await query(target);
    const file = await createDuckFile([
      `CREATE TABLE sales (amount DECIMAL(18,6), id INTEGER, STORE VARCHAR)`,
      `INSERT INTO sales VALUES (1.25, 7, 'A')`,
    ]);
    expect((await run(file)).tables).toMatchObject([{ table: 'sales', action: 'fill', rows: 1 }]);
    expect(await query('SELECT id, store, amount, loaded IS NOT NULL AS loaded, remark FROM sales')).toEqual([
      { id: '7', store: 'A', amount: '1.25', loaded: true, remark: null },
    ]);
  });

  it('refuses all that does not fit, line by line, before any row moves', async () => {
    await query(target);
    await query('CREATE TABLE full_one (i int); INSERT INTO full_one VALUES (1)');
    const file = await createDuckFile([
      `CREATE TABLE first AS SELECT 1 AS i`,
      `CREATE TABLE full_one AS SELECT 1 AS i`,
      `CREATE TABLE sales AS SELECT 1 AS id, 'too long' AS store, 1.005::DECIMAL(18,6) AS amount, TIMESTAMP '2024-01-01' AS loaded, 5 AS extra UNION ALL SELECT NULL, 'ok', 12345678901.5, NULL, 6`,
    ]);
    const error = await refusal(file);
    expect(error).toMatchObject({ code: 'TARGET_MISFIT', exitCode: 4 });
    expect(error.details).toEqual([
      expect.stringMatching(/^sales: column loaded .*zone/),
      expect.stringMatching(/^sales: column extra .*no such column/),
      expect.stringMatching(/^full_one: .*already holds rows/),
    ]);
    const values = await refusal(file, {
      exclude: ['full_one'],
      selects: { sales: 'SELECT id, store, amount FROM sales' },
    });
    expect(values.details).toEqual([
      'sales: column id: 1 value is NULL, which the target does not take',
      'sales: column store: 1 value is longer than 5 characters',
      'sales: column amount: 1 value has more than 2 digits after the point',
      'sales: column amount: 1 value has more than 10 digits before the point',
    ]);
    expect(await query(`SELECT to_regclass('first') AS first, (SELECT count(*)::int FROM sales) AS n`)).toEqual([
      { first: null, n: 0 },
    ]);
  });

  it('takes the largest number that its column can hold, and not the next', async () => {
    await query('CREATE TABLE t (d numeric(18,2), i numeric(3,0), s smallint)');
    const column = (value: string) => `'${value}'::DECIMAL(38,2) AS d, 999::BIGINT AS i, -32768::BIGINT AS s`;
    await run(await createDuckFile(`CREATE TABLE t AS SELECT ${column('9999999999999999.99')}`));
    expect(await query('SELECT * FROM t')).toEqual([{ d: '9999999999999999.99', i: '999', s: -32768 }]);
    await query('TRUNCATE t');
    const larger = `SELECT '10000000000000000'::DECIMAL(38,2) AS d, -1000::BIGINT AS i, 32768::BIGINT AS s`;
    expect((await refusal(await createDuckFile(`CREATE TABLE t AS ${larger} UNION ALL ${larger}`))).details).toEqual([
      't: column d: 2 values have more than 16 digits before the point',
      't: column i: 2 values have more than 3 digits before the point',
      't: column s: 2 values are not between -32768 and 32767',
    ]);
  });

  it('refuses a table under the name of a view, a column that lacks its value, and text with a NUL', async () => {
    await query(`CREATE VIEW v AS SELECT 1 AS i; CREATE TABLE t (i int, must text NOT NULL)`);
    const file = await createDuckFile([
      `CREATE TABLE v AS SELECT 1 AS i`,
      `CREATE TABLE t AS SELECT 1 AS i`,
      `CREATE TABLE n AS SELECT 'a' || chr(0) AS s`,
    ]);
    expect((await refusal(file)).details).toEqual([
      expect.stringContaining('column must of the target'),
      expect.stringContaining('a view of that name'),
      expect.stringContaining('NUL'),
    ]);
  });

  it('reads a table with the given query', async () => {
    await query(target);
    const file = await createDuckFile([`CREATE TABLE sales AS SELECT 1 AS id, 'A' AS s`]);
    await run(file, { selects: { sales: `SELECT id, s AS store, 2.5::DECIMAL(4,1) AS amount FROM sales` } });
    expect(await query('SELECT store, amount FROM sales')).toEqual([{ store: 'A', amount: '2.50' }]);
  });

  it('copies a table after those that it refers to', async () => {
    await query('CREATE TABLE zz (id int PRIMARY KEY); CREATE TABLE aa (id int REFERENCES zz)');
    const file = await createDuckFile(['CREATE TABLE aa AS SELECT 1 AS id', 'CREATE TABLE zz AS SELECT 1 AS id']);
    expect((await run(file)).tables.map(({ table }) => table)).toEqual(['zz', 'aa']);
  });
});

describe('a migration that fails', () => {
  it('keeps nothing when PostgreSQL refuses a row', async () => {
    await query(`CREATE TABLE stores (id text); CREATE TABLE t (i int CHECK (i < 500000))`);
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
    expect(
      await query(
        `SELECT to_regclass('made') AS made, (SELECT count(*)::int FROM stores) AS stores, (SELECT count(*)::int FROM t) AS t`,
      ),
    ).toEqual([{ made: null, stores: 0, t: 0 }]);
    await query('ALTER TABLE t DROP CONSTRAINT t_i_check');
    expect((await run(file)).rows).toBe(1_000_002);
  });

  it('keeps nothing when it is interrupted', async () => {
    const file = await createDuckFile('CREATE TABLE t AS SELECT i FROM range(3000000) r(i)');
    const interrupt = new AbortController();
    const progress = { stage: () => ({ advance: () => interrupt.abort(), end: () => {} }) };
    expect(await refusal(file, { signal: interrupt.signal, progress })).toMatchObject({
      code: 'INTERRUPTED',
      exitCode: 130,
    });
    expect(await query(`SELECT to_regclass('t') AS t`)).toEqual([{ t: null }]);
  });

  it('is undone by the next one if its server connection is lost', async () => {
    await query('CREATE TABLE kept (i bigint)');
    const file = await createDuckFile([
      'CREATE TABLE made AS SELECT 1 AS i',
      'CREATE TABLE kept AS SELECT i FROM range(3000000) r(i)',
      'CREATE SEQUENCE s START 5',
    ]);
    const cutAll = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    let cut: Promise<unknown> | undefined;
    const advance = () => {
      cut ??= database.pool.query(cutAll);
    };
    const progress = { stage: (label: string) => ({ advance: label === 'kept' ? advance : () => {}, end: () => {} }) };
    expect(await refusal(file, { progress })).toMatchObject({ code: 'DATABASE_UNREACHABLE', exitCode: 5 });
    await cut;
    const again = await run(file);
    expect(again.cleared.toSorted()).toEqual(['kept', 'made']);
    expect(again.rows).toBe(3_000_001);
    expect(await query('SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 3_000_000 }]);
  });

  it('refuses a second one at the same time', async () => {
    const holder = await database.pool.connect();
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
  const completed = await completedRun(database.pool, fingerprint(file));
  expect(completed).toMatchObject({ finished: expect.stringMatching(/^\d{4}-/), proven: false });
  if (completed) await markProven(database.pool, completed);
  expect(await completedRun(database.pool, fingerprint(file))).toMatchObject({ proven: true });
  await runInDuckFile(file, 'INSERT INTO t VALUES (2)');
  expect(await completedRun(database.pool, fingerprint(file))).toBeUndefined();
});
