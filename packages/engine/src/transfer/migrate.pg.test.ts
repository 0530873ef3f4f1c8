import { createDuckFile, runInDuckFile } from '#testing/duck-file.ts';
import { describe, expect, it } from 'vitest';
import { hasLog } from '../duckdb/index.ts';
import type { MigrateReport } from './report.ts';
import { provideTarget } from './testing/target.ts';

const target = provideTarget();
const { query, run, refusal } = target;

/** The objects that are not as they were. */
const unlike = ({ objects }: MigrateReport) => objects.filter(({ outcome }) => outcome !== 'same');

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
    expect(unlike(report)).toEqual([]);
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
      'CREATE TABLE t (i INTEGER)',
      'INSERT INTO t VALUES (1), (2)',
      'CREATE VIEW odd AS SELECT approx_count_distinct(i) AS n FROM t',
      'CREATE VIEW fine AS SELECT max(i) AS m FROM t',
    ]);
    const report = await run(file);
    expect(unlike(report)).toEqual([
      expect.objectContaining({
        kind: 'view',
        name: 'odd',
        outcome: 'refused',
        reason: expect.stringContaining('approx_count_distinct'),
        definition: expect.stringContaining('CREATE VIEW odd'),
      }),
    ]);
    expect(await query('SELECT m FROM fine')).toEqual([{ m: 2 }]);
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

  it('finds names whatever case they are written in, and keeps those of view columns', async () => {
    const file = await createDuckFile([
      `CREATE TABLE P (Id INTEGER PRIMARY KEY)`,
      `CREATE TABLE ch (pid INTEGER REFERENCES p(ID), "Name" VARCHAR CHECK ("NAME" <> ''))`,
      `CREATE TABLE other (name VARCHAR)`,
      `CREATE VIEW named(a, "B b") AS SELECT PID, count(*) FROM CH GROUP BY ALL`,
      `CREATE VIEW unnamed AS SELECT count(*) FROM ch`,
      `CREATE VIEW onto AS SELECT A FROM named WHERE "b B" > 1`,
    ]);
    expect(unlike(await run(file))).toEqual([]);
    await query(`INSERT INTO "P" VALUES (1); INSERT INTO ch VALUES (1, 'x'), (1, 'y')`);
    await expect(query(`INSERT INTO ch VALUES (2, 'x')`)).rejects.toThrow(/foreign key/);
    await expect(query(`INSERT INTO ch VALUES (1, '')`)).rejects.toThrow(/check/);
    expect(await query('SELECT * FROM named')).toEqual([{ a: 1, 'B b': '2' }]);
    expect(await query('SELECT * FROM unnamed')).toEqual([{ 'count_star()': '2' }]);
    expect(await query('SELECT * FROM onto')).toEqual([{ a: 1 }]);
  });

  it('compares and sorts text by its bytes, as the file does', async () => {
    await run(
      await createDuckFile([
        `CREATE TABLE t AS SELECT unnest(['a', 'B', 'ñ', 'z']) AS s`,
        `CREATE VIEW v AS SELECT s FROM t WHERE s < 'b' ORDER BY s`,
      ]),
    );
    expect(await query('SELECT * FROM v')).toEqual([{ s: 'B' }, { s: 'a' }]);
    expect(await query(`SELECT collation_name FROM information_schema.columns WHERE table_name = 't'`)).toEqual([
      { collation_name: 'C' },
    ]);
  });

  it('keeps sequences that are used up', async () => {
    await run(
      await createDuckFile([
        'CREATE SEQUENCE up MAXVALUE 3',
        'CREATE SEQUENCE down INCREMENT -1 MINVALUE -2 MAXVALUE -1 START -1',
        `CREATE TABLE t (i INTEGER DEFAULT nextval('up'), d INTEGER DEFAULT nextval('down'), j INTEGER)`,
        'INSERT INTO t (j) VALUES (1), (2)',
        `INSERT INTO t (i, d, j) VALUES (nextval('up'), 0, 3)`,
      ]),
    );
    await expect(query(`SELECT nextval('up')`)).rejects.toThrow(/maximum value/);
    await expect(query(`SELECT nextval('down')`)).rejects.toThrow(/minimum value/);
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
      expect.stringMatching(/^full_one: .*already holds rows/),
      expect.stringMatching(/^sales: column loaded .*zone/),
      expect.stringMatching(/^sales: column extra .*no such column/),
    ]);
    const values = await refusal(file, {
      exclude: ['full_one'],
      selects: { sales: 'SELECT id, store, amount FROM sales' },
    });
    expect(values.details).toEqual([
      'sales: column id: 1 value is NULL, which the target does not take',
      'sales: column store: 1 value is longer than 5 characters: too long',
      'sales: column amount: 1 value has more than 2 digits after the point: 1.005000',
      'sales: column amount: 1 value has more than 10 digits before the point: 12345678901.500000',
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
      't: column d: 2 values have more than 16 digits before the point: 10000000000000000.00, 10000000000000000.00',
      't: column i: 2 values have more than 3 digits before the point: -1000, -1000',
      't: column s: 2 values are not between -32768 and 32767: 32768, 32768',
    ]);
  });

  it('refuses a table under the name of a view, a column that lacks its value, and text with a NUL', async () => {
    await query(`CREATE VIEW v AS SELECT 1 AS i; CREATE TABLE t (i int, must text NOT NULL)`);
    const file = await createDuckFile([
      `CREATE TABLE v AS SELECT 1 AS i`,
      `CREATE TABLE t AS SELECT 1 AS i`,
      `CREATE TABLE n AS SELECT 'a' || chr(0) AS s`,
    ]);
    expect((await refusal(file)).details.toSorted()).toEqual([
      expect.stringContaining('NUL'),
      expect.stringContaining('column must of the target'),
      expect.stringContaining('a view of that name'),
    ]);
  });

  it('reads a table with the given query', async () => {
    await query(target);
    const file = await createDuckFile([`CREATE TABLE sales AS SELECT 1 AS id, 'A' AS s`]);
    await run(file, { selects: { sales: `SELECT id, s AS store, 2.5::DECIMAL(4,1) AS amount FROM sales` } });
    expect(await query('SELECT store, amount FROM sales')).toEqual([{ store: 'A', amount: '2.50' }]);
  });

  it('refuses what would be mixed up', async () => {
    const file = await createDuckFile([
      'CREATE TABLE t AS SELECT 1 AS i',
      'CREATE SCHEMA public',
      'CREATE TABLE public.t AS SELECT 1 AS i',
    ]);
    expect((await refusal(file)).details).toEqual([expect.stringContaining('second table of the source')]);
  });

  it('fills a partitioned table of the target, in a single piece too', async () => {
    await query(`CREATE TABLE t (i int) PARTITION BY LIST (i); CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
      CREATE TABLE others PARTITION OF t DEFAULT`);
    await run(await createDuckFile('CREATE TABLE t AS SELECT i::INTEGER AS i FROM range(3) r(i)'));
    expect(await query('SELECT (SELECT count(*)::int FROM t1) AS one, count(*)::int AS n FROM t')).toEqual([
      { one: 1, n: 3 },
    ]);
  });

  it('refuses a table under the name of a partition, an index or a type', async () => {
    await query(`CREATE TABLE s (i int, d date) PARTITION BY RANGE (d);
      CREATE TABLE part PARTITION OF s FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
      INSERT INTO s VALUES (1, '2024-05-05'); CREATE INDEX ind ON part (i); CREATE TYPE typ AS (a int)`);
    const file = await createDuckFile(['part', 'ind', 'typ'].map((name) => `CREATE TABLE ${name} AS SELECT 1 AS i`));
    expect((await refusal(file)).details.toSorted()).toEqual([
      'ind: the target has an index of that name',
      'part: the target has a partition of that name',
      'typ: the target has a type of that name',
    ]);
    expect(await query('SELECT i FROM s')).toEqual([{ i: 1 }]);
  });

  it('refuses days that PostgreSQL does not have', async () => {
    const file = await createDuckFile(
      `CREATE TABLE t AS SELECT DATE '5881580-07-10' AS d, TIMESTAMP '290309-12-22 (BC) 00:00:00' AS ts`,
    );
    expect((await refusal(file)).details).toEqual([
      expect.stringContaining('column d'),
      expect.stringContaining('column ts'),
    ]);
  });

  it('explains a query that DuckDB cannot run, and takes one with a comment', async () => {
    const file = await createDuckFile('CREATE TABLE t AS SELECT 1 AS i');
    expect(await refusal(file, { selects: { t: 'SELEC x' } })).toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining('Parser Error'),
    });
    await run(file, { selects: { t: 'SELECT i + 1 AS i FROM t -- one more' } });
    expect(await query('SELECT i FROM t')).toEqual([{ i: 2 }]);
  });

  it('copies a table after those that it refers to', async () => {
    await query('CREATE TABLE zz (id int PRIMARY KEY); CREATE TABLE aa (id int REFERENCES zz)');
    const file = await createDuckFile(['CREATE TABLE aa AS SELECT 1 AS id', 'CREATE TABLE zz AS SELECT 1 AS id']);
    expect((await run(file)).tables.map(({ table }) => table)).toEqual(['zz', 'aa']);
  });
});
