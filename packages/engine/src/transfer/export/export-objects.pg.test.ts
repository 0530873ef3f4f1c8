import { createDuckFile } from '#testing/duck-file.ts';
import { expect, it } from 'vitest';
import { provideTarget } from '../testing/target.ts';
import { exportDatabase } from './export.ts';
import { ask, newFile, refusalOf } from './testing/exported.ts';

const target = provideTarget();

async function exported(more: Partial<Parameters<typeof exportDatabase>[0]> = {}) {
  const file = newFile();
  const report = await exportDatabase({ file, pool: target.pool, schema: 'public', ...more });
  const told = report.objects
    .filter(({ outcome }) => outcome !== 'same')
    .map(({ kind, name, outcome, reason }) => `${kind} ${name} ${outcome}: ${reason}`);
  return { file, report, told };
}

it('brings keys, checks, defaults, sequences, comments, enums, views and a partitioned table as one', async () => {
  await target.query(`
    CREATE TYPE level AS ENUM ('low', 'high');
    CREATE SEQUENCE ticket START 10 INCREMENT 5; SELECT nextval('ticket');
    CREATE TABLE store (id text PRIMARY KEY, code varchar(5) NOT NULL UNIQUE, level level NOT NULL DEFAULT 'low', opened date DEFAULT '2020-01-01',
      CHECK (length(code) > 1 AND code <> ALL (ARRAY['xx', 'yy'])));
    CREATE TABLE sale (store text NOT NULL REFERENCES store, day date NOT NULL, id bigint NOT NULL DEFAULT nextval('ticket'), amount numeric(18,6) DEFAULT -1.5,
      at timestamptz DEFAULT now(), sure bool DEFAULT true, note text DEFAULT 'it''s', PRIMARY KEY (store, day, id), CHECK (amount > -10::numeric)) PARTITION BY RANGE (day);
    CREATE TABLE sale_1 PARTITION OF sale FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
    CREATE TABLE sale_2 PARTITION OF sale FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
    CREATE INDEX ON sale (amount);
    COMMENT ON TABLE sale IS 'it''s sold'; COMMENT ON COLUMN sale.id IS 'number'; COMMENT ON SEQUENCE ticket IS 'counts';
    INSERT INTO store (id, code) VALUES ('a', 'aa'), ('b', 'bb');
    INSERT INTO sale (store, day, amount) VALUES ('a', '2024-01-05', 1), ('b', '2024-02-05', 2);
    CREATE VIEW sold AS SELECT s.code, v.day, v.amount AS money FROM sale v LEFT JOIN store s ON s.id = v.store WHERE v.amount >= 1.5;
    COMMENT ON VIEW sold IS 'what was sold'`);
  const { file, report, told } = await exported();
  expect(told).toEqual(["table store changed: text of any length: DuckDB keeps no varchar's limit"]);
  expect(report.tables).toMatchObject([
    { table: 'store', rows: 2 },
    { table: 'sale', rows: 2, proof: { equal: true } },
  ]);
  expect(await ask(file, `SELECT code, day::VARCHAR AS day, money FROM sold`)).toEqual([
    { code: 'bb', day: '2024-02-05', money: '2.000000' },
  ]);
  expect(
    await ask(
      file,
      `SELECT comment FROM duckdb_tables() WHERE table_name = 'sale' UNION ALL SELECT comment FROM duckdb_columns() WHERE column_name = 'id' AND comment IS NOT NULL
    UNION ALL SELECT comment FROM duckdb_sequences() UNION ALL SELECT comment FROM duckdb_views() WHERE view_name = 'sold'`,
    ),
  ).toEqual([{ comment: "it's sold" }, { comment: 'number' }, { comment: 'counts' }, { comment: 'what was sold' }]);
  expect(await ask(file, `SELECT data_type AS type FROM duckdb_columns() WHERE column_name = 'level'`)).toEqual([
    { type: "ENUM('low', 'high')" },
  ]);
  const insert = (values: string) => refusalOf(file, `INSERT INTO sale (store, day, amount) VALUES ${values}`);
  expect(await insert(`('a', '2024-02-06', NULL)`)).toBeUndefined();
  expect(await insert(`('z', '2024-02-06', 1)`)).toMatch(/foreign key/);
  expect(await insert(`('a', '2024-02-06', -10)`)).toMatch(/CHECK/);
  expect(await insert(`(NULL, '2024-02-06', 1)`)).toMatch(/NOT NULL/);
  expect(await refusalOf(file, `INSERT INTO store (id, code) VALUES ('c', 'xx')`)).toMatch(/CHECK/);
  expect(await refusalOf(file, `INSERT INTO store (id, code) VALUES ('c', 'aa')`)).toMatch(/[Dd]uplicate key/);
  // The sequence goes on: 10, 15 and 20 were taken before.
  expect(
    await ask(
      file,
      `SELECT id::INTEGER AS id, amount, sure, note, "at" IS NOT NULL AS at FROM sale WHERE amount IS NULL`,
    ),
  ).toEqual([{ id: 25, amount: null, sure: true, note: "it's", at: true }]);
});

it('says what it leaves out, with its own text', async () => {
  await target.query(`
    CREATE SCHEMA other; CREATE TABLE other.far (id int PRIMARY KEY);
    CREATE TABLE tree (id int PRIMARY KEY GENERATED ALWAYS AS IDENTITY, parent int REFERENCES tree, far int REFERENCES other.far ON DELETE CASCADE,
      twice int GENERATED ALWAYS AS (parent * 2) STORED, late text DEFAULT to_char(now(), 'YYYY'), CHECK (id % 2 < 5));
    INSERT INTO tree (parent) VALUES (NULL), (1);
    CREATE INDEX roots ON tree (id) WHERE parent IS NULL;
    CREATE VIEW counted AS SELECT count(*) AS n FROM tree;
    CREATE MATERIALIZED VIEW kept AS SELECT id FROM tree;
    CREATE TABLE "Case" (i int); CREATE TABLE "case" (i int); CREATE TABLE col ("A" int, a int)`);
  const { file, report, told } = await exported({ alsoSchemas: ['other'] });
  expect(report.whole).toBe(false);
  expect(told.toSorted()).toEqual([
    'column tree.twice changed: PostgreSQL computes it; here an ordinary column with its values',
    'constraint tree: check ((id % 2) < 5) refused: not known to mean the same in DuckDB',
    'constraint tree: foreign key (far) refused: DuckDB has none that point into another schema',
    'constraint tree: foreign key (parent) refused: DuckDB would refuse rows that stand before those they point at',
    'default tree.id changed: an identity; here numbered by its sequence',
    'default tree.late refused: not known to mean the same in DuckDB',
    'index roots refused: DuckDB has no such index',
    "table Case refused: differs from the table case in nothing but case, which DuckDB's names do not know",
    "table case refused: differs from the table Case in nothing but case, which DuckDB's names do not know",
    "table col refused: has two columns A that differ in nothing but case, which DuckDB's names do not know",
    'view counted refused: its query is not known to mean the same in DuckDB',
    'view kept refused: a materialized view, which DuckDB does not have',
  ]);
  expect(report.objects.find(({ kind }) => kind === 'default')).toBeDefined();
  expect(report.objects.find(({ name }) => name === 'counted')?.definition).toContain('count(*)');
  expect(await refusalOf(file, 'INSERT INTO tree (parent) VALUES (7)')).toBeUndefined();
  expect(await ask(file, 'SELECT id, twice FROM tree ORDER BY id')).toEqual([
    { id: 1, twice: null },
    { id: 2, twice: 2 },
    { id: 3, twice: null },
  ]);
});

it('brings the schemas of a migrated file back, and no internals', async () => {
  const file = await createDuckFile([
    'CREATE SCHEMA side',
    `CREATE TYPE side.color AS ENUM ('red')`,
    'CREATE SEQUENCE side.s MAXVALUE 2',
    `SELECT nextval('side.s') FROM range(2)`,
    `CREATE TABLE side."Odd ""name" ("select" INTEGER, c side.color, e ENUM('x'))`,
    `INSERT INTO side."Odd ""name" VALUES (1, 'red', 'x')`,
    'CREATE TABLE t (i INTEGER)',
  ]);
  await target.run(file);
  const { file: back, report } = await exported();
  expect(report.tables.map(({ table }) => table).toSorted()).toEqual(['side.Odd "name', 't']);
  expect(await ask(back, 'SELECT "select", c::VARCHAR AS c FROM side."Odd ""name"')).toEqual([{ select: 1, c: 'red' }]);
  expect(
    await ask(back, `SELECT schema_name AS schema, type_name AS type FROM duckdb_types() WHERE NOT internal`),
  ).toEqual([{ schema: 'side', type: 'color' }]);
  expect(await refusalOf(back, `SELECT nextval('side.s')`)).toMatch(/maximum value/);
  expect(
    await ask(back, `SELECT DISTINCT schema_name AS schema FROM duckdb_schemas() WHERE NOT internal ORDER BY 1`),
  ).toEqual([{ schema: 'side' }]);
});

it('takes just the tables that it is told to', async () => {
  await target.query(
    'CREATE TABLE a (i int); CREATE TABLE b (i int); CREATE TABLE c (i int); CREATE VIEW v AS SELECT i FROM a',
  );
  const { file, report } = await exported({ only: ['a', 'public.b'], exclude: ['b'] });
  expect(report.tables.map(({ table }) => table)).toEqual(['a']);
  expect(await ask(file, 'SELECT table_name AS name FROM duckdb_tables() WHERE NOT internal')).toEqual([{ name: 'a' }]);
  await expect(exported({ only: ['nope'] })).rejects.toMatchObject({
    code: 'USAGE',
    message: 'The database has no table nope. It has: a, b, c.',
  });
  await expect(exported({ schema: 'nope' })).rejects.toMatchObject({ code: 'USAGE' });
  await expect(exported({ schema: 'fluxion' })).rejects.toMatchObject({ code: 'USAGE' });
});
