import { createDuckFile } from '#testing/duck-file.ts';
import { expect, it } from 'vitest';
import { provideTarget } from '../testing/target.ts';
import { exportDatabase } from './export.ts';
import { ask, newFile } from './testing/exported.ts';

const target = provideTarget();

/** Exports the database; every table must be proven in every column. @returns the file and why columns are otherwise */
async function exported() {
  const file = newFile();
  const report = await exportDatabase({ file, pool: target.pool, schema: 'public' });
  for (const { table, proof } of report.tables) {
    expect({ table, equal: proof?.equal, notCompared: proof?.notCompared }).toEqual({
      table,
      equal: true,
      notCompared: [],
    });
  }
  expect(report.whole).toBe(true);
  const reasons = report.objects
    .filter(({ kind, outcome }) => kind === 'column' && outcome !== 'same')
    .map(({ name, reason }) => `${name}: ${reason}`);
  return { file, reasons };
}

const typesSql = `SELECT column_name AS name, data_type AS type FROM duckdb_columns() WHERE NOT internal ORDER BY column_index`;

it('gives each type of PostgreSQL the nearest of DuckDB', async () => {
  await target.query(`
    CREATE TYPE mood AS ENUM ('sad', 'it''s ok');
    CREATE DOMAIN age AS int CHECK (VALUE >= 0);
    CREATE TABLE t (b bool, i2 int2, i4 int4, i8 int8, f4 float4, f8 float8, n numeric(12,3), t text, v varchar(10), c char(4),
      by bytea, u uuid, d date, ti time, tz timetz, ts timestamp(0), tt timestamptz, iv interval, j json, jb jsonb, bi bit(3),
      vb varbit, m mood, a age, ia int[], ta text[], ja jsonb, na name);
    INSERT INTO t VALUES (true, -1, 2, 3, 0.1, 0.1, 123.456, E'a\\tb\\n"', 'v', 'c', '\\x00ff', '00000000-0000-0000-0000-00000000000f',
      '2024-02-29', '10:00', '10:00+02', '2024-02-29 10:00:01', '2024-02-29 10:00:01.5+00', '1 mon -2 days', '{"a":  1}', '{"a":  1, "b": 12345678901234567890.5}', '101',
      '01', 'it''s ok', 7, '{1,NULL,3}', '{"a,b",NULL,""}', '[]', 'x');
    INSERT INTO t DEFAULT VALUES`);
  const { file, reasons } = await exported();
  expect(Object.fromEntries((await ask(file, typesSql)).map(({ name, type }) => [name, type]))).toEqual({
    ...{ b: 'BOOLEAN', i2: 'SMALLINT', i4: 'INTEGER', i8: 'BIGINT', f4: 'FLOAT', f8: 'DOUBLE', n: 'DECIMAL(12,3)' },
    ...{ t: 'VARCHAR', v: 'VARCHAR', c: 'VARCHAR', by: 'BLOB', u: 'UUID', d: 'DATE', ti: 'TIME' },
    ...{
      tz: 'TIME WITH TIME ZONE',
      ts: 'TIMESTAMP',
      tt: 'TIMESTAMP WITH TIME ZONE',
      iv: 'INTERVAL',
      j: 'JSON',
      jb: 'JSON',
    },
    ...{
      bi: 'BIT',
      vb: 'BIT',
      m: "ENUM('sad', 'it''s ok')",
      a: 'INTEGER',
      ia: 'INTEGER[]',
      ta: 'VARCHAR[]',
      ja: 'JSON',
      na: 'VARCHAR',
    },
  });
  expect(reasons).toEqual([]);
  const [row] = await ask(
    file,
    `SELECT jb::VARCHAR AS jb, c, t, m::VARCHAR AS m, ta, iv::VARCHAR AS iv FROM t WHERE b`,
  );
  expect(row).toEqual({
    jb: '{"a": 1, "b": 12345678901234567890.5}',
    c: 'c',
    t: 'a\tb\n"',
    m: "it's ok",
    ta: ['a,b', null, ''],
    iv: '1 month -2 days',
  });
  expect(await ask(file, 'SELECT count(*)::INTEGER AS n, count(COLUMNS(*)) FROM t WHERE b IS NULL')).toMatchObject([
    { n: 1, b: '0', na: '0' },
  ]);
});

it('takes the text of what DuckDB has no type for, and of values that its type cannot hold, and says so', async () => {
  await target.query(`
    CREATE TYPE pair AS (x int, y text);
    CREATE TABLE t (i int PRIMARY KEY, n numeric, wide numeric(50,10), nan numeric(10,2), addr inet, r int4range, ts tsvector, p pair, cash money,
      late timestamp, square int[], shifted int[], empty varbit);
    INSERT INTO t VALUES (1, 1.50, 1e30, 'NaN', '10.0.0.1/8', '[1,5)', 'a:1 b:2', '(1,"x,y")', 12.5, '294276-12-31 23:59:59.999999', '{{1,2},{3,4}}', '[0:1]={7,8}', ''),
      (2, 'Infinity', 0, 1.25, '::1', 'empty', NULL, NULL, NULL, '2024-01-01', '{1}', '{7}', '1')`);
  const { file, reasons } = await exported();
  const types = await ask(file, typesSql);
  expect(types.map(({ type }) => type)).toEqual(['INTEGER', ...Array.from({ length: 12 }, () => 'VARCHAR')]);
  expect(await ask(file, 'SELECT * FROM t WHERE i = 1')).toEqual([
    {
      ...{
        i: 1,
        n: '1.50',
        wide: '1000000000000000000000000000000.0000000000',
        nan: 'NaN',
        addr: '10.0.0.1/8',
        r: '[1,5)',
      },
      ...{ ts: "'a':1 'b':2", p: '(1,"x,y")', cash: '$12.50', late: '294276-12-31 23:59:59.999999' },
      ...{ square: '{{1,2},{3,4}}', shifted: '[0:1]={7,8}', empty: '' },
    },
  ]);
  expect(reasons).toEqual([
    't.n: numeric as the text that PostgreSQL prints',
    't.wide: numeric(50,10) as the text that PostgreSQL prints',
    't.nan: 1 value, such as NaN, that DECIMAL(10,2) cannot hold; numeric(10,2) as the text that PostgreSQL prints',
    't.addr: inet as the text that PostgreSQL prints',
    't.r: int4range as the text that PostgreSQL prints',
    't.ts: tsvector as the text that PostgreSQL prints',
    't.p: "public"."pair" as the text that PostgreSQL prints',
    't.cash: money as the text that PostgreSQL prints',
    't.late: 1 value, such as 294276-12-31 23:59:59.999999, that TIMESTAMP cannot hold; timestamp as the text that PostgreSQL prints',
    't.square: 1 value, such as {{1,2},{3,4}}, that INTEGER[] cannot hold; int4[] as the text that PostgreSQL prints',
    't.shifted: 1 value, such as [0:1]={7,8}, that INTEGER[] cannot hold; int4[] as the text that PostgreSQL prints',
    't.empty: 1 value, such as , that BIT cannot hold; varbit as the text that PostgreSQL prints',
  ]);
});

it('gives up the type that a column came with where what was written since does not fit it', async () => {
  const file = await createDuckFile([
    `CREATE TABLE t (i INTEGER, small UTINYINT, s STRUCT(a INTEGER), e ENUM('x'), l UTINYINT[], ns TIMESTAMP_S)`,
    `INSERT INTO t VALUES (1, 255, {'a': 1}, 'x', [1], '2024-01-01')`,
  ]);
  await target.run(file);
  await target.query(`DO $$ DECLARE c record; BEGIN FOR c IN SELECT conname FROM pg_constraint WHERE conrelid = 't'::regclass AND contype = 'c' LOOP
      EXECUTE format('ALTER TABLE t DROP CONSTRAINT %I', c.conname); END LOOP; END $$`);
  await target.query(`ALTER TYPE t_e ADD VALUE 'y'`);
  await target.query(`INSERT INTO t VALUES (2, 256, '{"a": 1, "b": 2}', 'y', '{300}', '2024-01-01 00:00:00.5')`);
  const { file: back, reasons } = await exported();
  const types = await ask(back, typesSql);
  expect(types.map(({ type }) => type)).toEqual([
    'INTEGER',
    'SMALLINT',
    'JSON',
    "ENUM('x', 'y')",
    'SMALLINT[]',
    'TIMESTAMP',
  ]);
  expect(reasons).toEqual([
    't.small: 1 value, such as 256, that UTINYINT cannot hold',
    "t.e: 1 value, such as y, that ENUM('x') cannot hold",
    't.ns: 1 value, such as 2024-01-01 00:00:00.5, that TIMESTAMP_S cannot hold',
    't.s: not every value is one of STRUCT(a INTEGER); here JSON',
    't.l: not every value is one of UTINYINT[]; here SMALLINT[]',
  ]);
  expect(await ask(back, 'SELECT small, s::VARCHAR AS s FROM t ORDER BY i')).toEqual([
    { small: 255, s: '{"a":1}' },
    { small: 256, s: '{"a": 1, "b": 2}' },
  ]);
});

it('carries texts of many megabytes, with NULLs between, within its memory', async () => {
  await target.query(
    `CREATE TABLE t AS SELECT i, CASE WHEN i % 3 = 1 THEN NULL ELSE repeat(chr(97 + i), 1000000) END AS v FROM generate_series(0, 25) r(i)`,
  );
  const { file } = await exported();
  expect(
    await ask(
      file,
      `SELECT count(v)::INTEGER AS n, sum(length(v))::VARCHAR AS sizes FROM t WHERE v IS NULL OR v = repeat(chr(97 + i), 1000000)`,
    ),
  ).toEqual([{ n: 17, sizes: '17000000' }]);
});
