import { createDuckFile, runInDuckFile } from '#testing/duck-file.ts';
import { expect, it } from 'vitest';
import { provideTarget } from '../testing/target.ts';

const target = provideTarget();
const { query, run } = target;

const label = 'ñ'.repeat(32);

it('makes text with a check of an enum whose labels PostgreSQL could not keep', async () => {
  const { objects } = await run(
    await createDuckFile([
      `CREATE TYPE lengthy AS ENUM ('a', '${label}')`,
      `CREATE TABLE t (e lengthy, f ENUM('it''s', '${label}!'))`,
      `INSERT INTO t VALUES ('${label}', 'it''s'), (NULL, '${label}!')`,
    ]),
  );
  expect(objects.filter(({ outcome }) => outcome === 'changed').map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'type lengthy',
    'column t.e',
    'column t.f',
  ]);
  expect(await query('SELECT e, f FROM t ORDER BY e')).toEqual([
    { e: label, f: "it's" },
    { e: null, f: `${label}!` },
  ]);
  await expect(query(`INSERT INTO t VALUES ('b', NULL)`)).rejects.toThrow(/t_e_check/);
  await expect(query(`INSERT INTO t VALUES (NULL, '${label}')`)).rejects.toThrow(/t_f_check/);
});

it('keeps enums with empty labels and without any, and their order', async () => {
  await run(
    await createDuckFile([
      `CREATE TYPE odd AS ENUM ('z', '', 'a')`,
      `CREATE TABLE t AS SELECT unnest(['a', 'z', ''])::odd AS e`,
      `CREATE VIEW v AS SELECT e FROM t ORDER BY e`,
    ]),
  );
  expect((await query('SELECT e::text AS e FROM t ORDER BY t.e')).map(({ e }) => e)).toEqual(['z', '', 'a']);
});

it('keeps the range of the narrower integers', async () => {
  const types = ['TINYINT', 'UTINYINT', 'USMALLINT', 'UINTEGER', 'UBIGINT', 'HUGEINT', 'UHUGEINT'];
  const columns = types.map((type) => `c_${type.toLowerCase()} ${type}`).join(', ');
  const { objects } = await run(await createDuckFile(`CREATE TABLE t (${columns})`));
  expect(objects.filter(({ kind, outcome }) => kind === 'column' && outcome === 'changed')).toHaveLength(types.length);
  const beyond = ['128', '256', '-1', '4294967296', '18446744073709551616', `${2n ** 127n}`, `${2n ** 128n}`];
  for (const [index, type] of types.entries()) {
    const column = `c_${type.toLowerCase()}`;
    await expect(query(`INSERT INTO t (${column}) VALUES (${beyond[index]})`)).rejects.toThrow(`t_${column}_check`);
    await query(`INSERT INTO t (${column}) VALUES (${type.startsWith('U') ? 0 : -128})`);
  }
});

it('generates what PostgreSQL can, and proves it; else keeps the values and says why', async () => {
  const report = await run(
    await createDuckFile([
      `CREATE TYPE mood AS ENUM ('happy', 'so')`,
      `CREATE TABLE t (i INTEGER, s VARCHAR, m mood, moment TIMESTAMPTZ,
         plus INTEGER AS (i + 1), twice INTEGER AS (plus * 2), word VARCHAR AS (s || '!'), day DATE AS (moment::DATE), odd UBIGINT AS (hash(i)))`,
      `INSERT INTO t VALUES (1, 'a', 'so', '2024-01-01 23:00:00+00'), (NULL, NULL, NULL, NULL)`,
    ]),
  );
  expect(report.tables[0]?.proof).toMatchObject({ equal: true, notCompared: [] });
  const columns = report.objects.filter(({ kind }) => kind === 'column');
  expect(
    columns.map(({ name, outcome, reason = '' }) => [name, outcome, reason.split(': ').slice(1).join(': ')]),
  ).toEqual([
    ['t.plus', 'same', ''],
    ['t.twice', 'changed', 'PostgreSQL: cannot use generated column "plus" in column generation expression'],
    ['t.word', 'same', ''],
    ['t.day', 'changed', expect.stringMatching(/./)],
    ['t.odd', 'changed', expect.stringContaining('hash')],
  ]);
  await query(`INSERT INTO t (i, s) VALUES (5, 'b')`);
  expect(await query('SELECT plus, twice, word FROM t WHERE i = 5')).toEqual([{ plus: 6, twice: null, word: 'b!' }]);
});

it('carries a table across whose default PostgreSQL does not take', async () => {
  const { objects, tables } = await run(
    await createDuckFile([
      `CREATE TABLE t (i INTEGER DEFAULT 7, j INTEGER DEFAULT '1', k DATE DEFAULT 'no day', l UBIGINT DEFAULT txid_current())`,
      'INSERT INTO t (i, j, k, l) VALUES (1, 2, NULL, NULL)',
    ]),
  );
  expect(tables[0]?.rows).toBe(1);
  const defaults = objects.filter(({ kind }) => kind === 'default');
  expect(defaults.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
    't.i same',
    't.j same',
    't.k refused',
    't.l refused',
  ]);
  expect(defaults.slice(2).map(({ definition }) => definition)).toEqual([`'no day'`, 'txid_current()']);
  expect(await query('INSERT INTO t DEFAULT VALUES RETURNING i, j')).toEqual([{ i: 7, j: 1 }]);
});

it('lets defaults count on in sequences of any name and schema, the nearest one first', async () => {
  await run(
    await createDuckFile([
      'CREATE SCHEMA "a.b"',
      'CREATE SEQUENCE s START 10',
      'CREATE SEQUENCE "a.b".s START 20',
      'CREATE SEQUENCE only_main START 30',
      'CREATE SEQUENCE "a.b"."q." START 40',
      `CREATE TABLE "a.b".t (near INTEGER DEFAULT nextval('s'), main INTEGER DEFAULT nextval('main.s'),
         far INTEGER DEFAULT nextval('only_main'), quoted INTEGER DEFAULT nextval('"a.b"."q."'), n INTEGER)`,
    ]),
  );
  expect(await query('INSERT INTO "a.b".t (n) VALUES (1) RETURNING near, main, far, quoted')).toEqual([
    { near: 20, main: 10, far: 30, quoted: 40 },
  ]);
});

it('moves sequences on with --changed to where the file has them by then, and never back', async () => {
  const file = await createDuckFile([
    'CREATE SEQUENCE up START 10',
    'CREATE SEQUENCE down INCREMENT -5 MINVALUE -100 MAXVALUE 100 START 50',
    'CREATE SEQUENCE ended MAXVALUE 2',
    `CREATE TABLE t (i INTEGER DEFAULT nextval('up'), j INTEGER DEFAULT nextval('down'), n INTEGER)`,
    'INSERT INTO t (n) VALUES (1)',
  ]);
  await run(file);
  await query(`SELECT nextval('down') FROM generate_series(1, 9)`);
  await runInDuckFile(file, [`INSERT INTO t (n) SELECT nextval('ended') FROM range(2)`]);
  await run(file, { resume: true, changed: true });
  expect(await query('INSERT INTO t (n) VALUES (3) RETURNING i, j')).toEqual([{ i: 13, j: 0 }]);
  await expect(query(`SELECT nextval('ended')`)).rejects.toThrow(/maximum/);
});
