import { createDuckFile } from '#testing/duck-file.ts';
import { expect, it } from 'vitest';
import { provideTarget } from '../testing/target.ts';

const target = provideTarget();
const { query, run } = target;

/** One of everything that a DuckDB database can declare. */
const everything = [
  'CREATE SCHEMA other',
  'CREATE SCHEMA bare',
  `CREATE TYPE mood AS ENUM ('happy', 'it''s', 'so "so"')`,
  `CREATE TYPE other.size AS ENUM ('S', 'M')`,
  'CREATE TYPE money AS DECIMAL(18,2)',
  `COMMENT ON TYPE mood IS 'how one is'`,
  'CREATE SEQUENCE ids START 100 INCREMENT 10 MAXVALUE 1000 CYCLE',
  'CREATE SEQUENCE other.ids',
  `COMMENT ON SEQUENCE ids IS 'of all'`,
  `CREATE TABLE "Parent" (id INTEGER PRIMARY KEY DEFAULT nextval('ids'), "select" VARCHAR UNIQUE, m mood DEFAULT 'happy', ms mood[], price money,
     CHECK (id > 0), CHECK (price >= 0), UNIQUE (m, price))`,
  `CREATE TABLE other.child (parent INTEGER, size other.size, kind ENUM('x', 'y'), u UTINYINT, n INTEGER NOT NULL,
     twice BIGINT AS (n * 2), four BIGINT AS (twice * 2), up INTEGER, PRIMARY KEY (n), FOREIGN KEY (up) REFERENCES other.child(n))`,
  `CREATE TABLE pointing (parent INTEGER REFERENCES "Parent"(id), text VARCHAR COLLATE NOCASE, made TIMESTAMP DEFAULT current_timestamp)`,
  `INSERT INTO "Parent" ("select", ms, price) VALUES ('a', ['happy', 'it''s'], 1.5), ('b', NULL, 2)`,
  `INSERT INTO other.child (size, kind, u, n) VALUES ('M', 'y', 200, 1)`,
  'INSERT INTO other.child (n, up) VALUES (2, 1)',
  `INSERT INTO pointing (parent, text) VALUES (100, 'T')`,
  'CREATE INDEX by_price ON "Parent" (price, m)',
  `CREATE UNIQUE INDEX by_text ON "Parent" (("select" || '!'))`,
  `COMMENT ON INDEX by_price IS 'cheap first'`,
  `COMMENT ON TABLE "Parent" IS 'it''s all'`,
  `COMMENT ON COLUMN "Parent"."select" IS 'a word'`,
  'CREATE MACRO doubled(a, b := 2) AS a * b',
  'CREATE MACRO nobody(a) AS a || a',
  'CREATE VIEW z_first AS SELECT id, doubled(price) AS twice FROM "Parent"',
  'CREATE VIEW a_second AS SELECT max(twice) AS most FROM z_first',
  'CREATE VIEW other.inside AS SELECT n FROM child',
  `COMMENT ON VIEW z_first IS 'the first'`,
  `COMMENT ON COLUMN z_first.twice IS 'doubled'`,
  'CREATE TABLE going AS SELECT 1 AS i',
  'CREATE VIEW lost AS SELECT i FROM going',
  'DROP TABLE going',
];

/** What is there but was otherwise, or is not there. */
const told = {
  column: {
    'other.child.four': 'changed',
    'other.child.u': 'changed',
    'pointing.text': 'changed',
  },
  macro: { doubled: 'changed', nobody: 'refused' },
  type: { money: 'changed' },
  view: { lost: 'refused' },
};

const relations = `SELECT n.nspname || '.' || c.relname AS name, c.relkind AS kind, obj_description(c.oid) AS comment
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'other', 'bare') ORDER BY c.relkind, 1`;

const constraints = `SELECT conrelid::regclass || ': ' || conname || ' ' || pg_get_constraintdef(oid) AS text FROM pg_constraint
  WHERE connamespace IN ('public'::regnamespace, 'other'::regnamespace) AND contype <> 'n' ORDER BY 1`;

const columns = `SELECT attrelid::regclass || '.' || attname || ' ' || format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END
    || CASE attgenerated WHEN '' THEN coalesce(' DEFAULT ' || pg_get_expr(adbin, adrelid), '') ELSE ' AS ' || pg_get_expr(adbin, adrelid) END AS text
  FROM pg_attribute JOIN pg_class c ON c.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
  WHERE relnamespace IN ('public'::regnamespace, 'other'::regnamespace) AND relkind = 'r' AND attnum > 0 ORDER BY attrelid::regclass::text, attnum`;

const types = `SELECT t.oid::regtype::text AS name, obj_description(t.oid) AS comment, array_agg(enumlabel::text ORDER BY enumsortorder) AS labels
  FROM pg_type t JOIN pg_enum ON enumtypid = t.oid GROUP BY t.oid ORDER BY 1`;

it('carries one of everything across, or reports it', async () => {
  const report = await run(await createDuckFile(everything));
  const differing = report.objects.filter(({ outcome }) => outcome !== 'same');
  const byKind: Record<string, Record<string, string>> = {};
  for (const { kind, name, outcome } of differing) byKind[kind] = { ...byKind[kind], [name]: outcome };
  expect(byKind).toEqual(told);
  expect(report.ddl.join('\n')).toContain('-- CREATE MACRO "main"."nobody"("a") AS (a || a)');
  expect(report.tables.every(({ proof }) => proof?.equal)).toBe(true);
});

it('gives PostgreSQL the catalogue that the file has', async () => {
  await run(await createDuckFile(everything));
  expect((await query(relations)).map(({ kind, name, comment }) => [kind, name, comment])).toEqual([
    ['S', 'other.ids', null],
    ['S', 'public.ids', 'of all'],
    ['i', 'other.child_pkey', null],
    ['i', 'public.Parent_m_price_key', null],
    ['i', 'public.Parent_pkey', null],
    ['i', 'public.Parent_select_key', null],
    ['i', 'public.by_price', 'cheap first'],
    ['i', 'public.by_text', null],
    ['r', 'other.child', null],
    ['r', 'public.Parent', "it's all"],
    ['r', 'public.pointing', null],
    ['v', 'other.inside', null],
    ['v', 'public.a_second', null],
    ['v', 'public.z_first', 'the first'],
  ]);
  expect((await query(constraints)).map(({ text }) => text)).toEqual([
    '"Parent": Parent_check CHECK ((id > 0))',
    '"Parent": Parent_check_1 CHECK ((price >= (0)::numeric))',
    '"Parent": Parent_m_price_key UNIQUE (m, price)',
    '"Parent": Parent_pkey PRIMARY KEY (id)',
    '"Parent": Parent_select_key UNIQUE ("select")',
    'other.child: child_pkey PRIMARY KEY (n)',
    'other.child: child_u_check CHECK (((u >= 0) AND (u <= 255)))',
    'other.child: child_up_fkey FOREIGN KEY (up) REFERENCES other.child(n)',
    'pointing: pointing_parent_fkey FOREIGN KEY (parent) REFERENCES "Parent"(id)',
  ]);
  expect((await query(columns)).map(({ text }) => text)).toEqual([
    `"Parent".id integer NOT NULL DEFAULT nextval('ids'::regclass)`,
    '"Parent".select text',
    `"Parent".m mood DEFAULT 'happy'::mood`,
    '"Parent".ms mood[]',
    '"Parent".price numeric(18,2)',
    'other.child.parent integer',
    'other.child.size other.size',
    'other.child.kind other.child_kind',
    'other.child.u smallint',
    'other.child.n integer NOT NULL',
    'other.child.twice bigint AS ((n * 2))::bigint',
    'other.child.four bigint',
    'other.child.up integer',
    'pointing.parent integer',
    'pointing.text text',
    'pointing.made timestamp without time zone DEFAULT CURRENT_TIMESTAMP',
  ]);
  expect(await query(types)).toEqual([
    { name: 'mood', comment: 'how one is', labels: ['happy', "it's", 'so "so"'] },
    { name: 'other.child_kind', comment: null, labels: ['x', 'y'] },
    { name: 'other.size', comment: null, labels: ['S', 'M'] },
  ]);
  expect(
    await query(`SELECT nextval('ids') AS ids, nextval('other.ids') AS others, col_description('"Parent"'::regclass, 2) AS word,
      col_description('z_first'::regclass, 2) AS twice, (SELECT most::text FROM a_second) AS most, (SELECT sum(n)::int FROM other.inside) AS inside`),
  ).toEqual([{ ids: '120', others: '1', word: 'a word', twice: 'doubled', most: '4.00', inside: 3 }]);
});
