import { createDuckFile } from '#testing/duck-file.ts';
import { describe, expect, it } from 'vitest';
import { provideTarget } from '../testing/target.ts';

const target = provideTarget();
const { query, run, refusal } = target;

/** The outcomes of objects of one kind, by name. */
function outcomes(objects: readonly { kind: string; name: string; outcome: string }[], kind: string) {
  return Object.fromEntries(
    objects.filter((object) => object.kind === kind).map(({ name, outcome }) => [name, outcome]),
  );
}

describe('names that the target has already', () => {
  it('gives indexes and constraints others, and keeps views and sequences of the target', async () => {
    await query(`CREATE TABLE by_i (x int); CREATE VIEW t_pkey AS SELECT 1 AS one; CREATE TABLE t_j_key (x int);
      CREATE VIEW v AS SELECT 'own' AS whose; CREATE SEQUENCE s START 500; CREATE TABLE w (x int)`);
    const { objects } = await run(
      await createDuckFile([
        'CREATE SEQUENCE s',
        'CREATE TABLE t (i INTEGER PRIMARY KEY, j INTEGER UNIQUE)',
        'CREATE INDEX by_i ON t (i)',
        'CREATE VIEW v AS SELECT i FROM t',
        'CREATE VIEW w AS SELECT j FROM t',
      ]),
    );
    expect(outcomes(objects, 'index')).toEqual({ 't: by_i': 'changed' });
    expect(outcomes(objects, 'view')).toEqual({ v: 'kept', w: 'refused' });
    expect(outcomes(objects, 'sequence')).toEqual({ s: 'kept' });
    expect(
      await query(`SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indrelid = 't'::regclass ORDER BY 1`),
    ).toEqual(['by_i_1', 't_j_key_1', 't_pkey_1'].map((name) => ({ name })));
    expect(await query(`SELECT whose, nextval('s')::int AS next FROM v`)).toEqual([{ whose: 'own', next: 500 }]);
  });

  it('uses an enum of the same labels, and makes another one beside one of other labels', async () => {
    await query(`CREATE TYPE same AS ENUM ('a', 'b'); CREATE TYPE other AS ENUM ('a'); CREATE DOMAIN dom AS text`);
    const { objects } = await run(
      await createDuckFile([
        `CREATE TYPE same AS ENUM ('a', 'b')`,
        `CREATE TYPE other AS ENUM ('a', 'z')`,
        `CREATE TYPE dom AS ENUM ('d')`,
        `CREATE TABLE t AS SELECT 'b'::same AS s, 'z'::other AS o, 'd'::dom AS d`,
      ]),
    );
    expect(outcomes(objects, 'type')).toEqual({ same: 'kept', other: 'changed', dom: 'changed' });
    expect(
      await query(
        `SELECT pg_typeof(s)::text AS s, pg_typeof(o)::text AS o, pg_typeof(d)::text AS d, o::text AS value FROM t`,
      ),
    ).toEqual([{ s: 'same', o: 'other_1', d: 'dom_1', value: 'z' }]);
  });

  it('refuses a table under the name of a domain or an enum, before anything is written', async () => {
    await query(`CREATE DOMAIN d AS text; CREATE TYPE e AS ENUM ('a')`);
    const file = await createDuckFile(['CREATE TABLE d AS SELECT 1 AS i', 'CREATE TABLE e AS SELECT 1 AS i']);
    expect((await refusal(file)).details.toSorted()).toEqual([
      'd: the target has a type of that name',
      'e: the target has a type of that name',
    ]);
  });

  it('tells tables, sequences, indexes, views and enums of one name in the source apart', async () => {
    const file = await createDuckFile([
      `CREATE TYPE t AS ENUM ('a')`,
      'CREATE SEQUENCE t START 5',
      `CREATE TABLE t (e t, i INTEGER PRIMARY KEY DEFAULT nextval('t'), j INTEGER UNIQUE)`,
      `INSERT INTO t (e) VALUES ('a')`,
      'CREATE INDEX t ON t (i)',
      'CREATE INDEX t_j_key ON t (e)',
      'CREATE VIEW t_pkey AS SELECT i FROM t',
    ]);
    const { objects } = await run(file);
    expect(
      objects.filter(({ outcome }) => outcome !== 'same').map(({ kind, name, reason }) => `${kind} ${name} ${reason}`),
    ).toEqual([
      'type t is t_1 here: something else has its name',
      'sequence t is t_seq here: something else has its name',
      'index t: t is t_1 here: something else has its name',
    ]);
    expect(await query(`INSERT INTO t (e) VALUES ('a') RETURNING i, pg_typeof(e)::text AS type`)).toEqual([
      { i: 6, type: 't_1' },
    ]);
    expect(
      await query(`SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indrelid = 't'::regclass ORDER BY 1`),
    ).toEqual(['t_1', 't_j_key', 't_j_key_1', 't_pkey_1'].map((name) => ({ name })));
    expect(await query('SELECT i FROM t_pkey ORDER BY i')).toEqual([{ i: 5 }, { i: 6 }]);
  });
});

it('makes an enum whose labels have changed anew where a migration is replaced', async () => {
  const file = (labels: string) =>
    createDuckFile([
      `CREATE TYPE mood AS ENUM (${labels})`,
      `CREATE TABLE t (m mood, ms mood[])`,
      `CREATE TABLE u (m mood)`,
      `INSERT INTO t VALUES ('b', ['b'])`,
    ]);
  await run(await file(`'a', 'b'`));
  const changed = await file(`'a', 'b', 'c'`);
  await run(changed, { replace: true });
  expect(await query(`SELECT enum_range(m)::text AS range FROM t`)).toEqual([{ range: '{a,b,c}' }]);
  expect(await query(`SELECT typname AS name FROM pg_type WHERE typtype = 'e'`)).toEqual([{ name: 'mood' }]);
  const { objects } = await run(await file(`'b'`), { replace: true, only: ['t'] });
  expect(outcomes(objects, 'type')).toEqual({ mood: 'changed' });
  expect(await query(`SELECT enum_range(m)::text AS range FROM t`)).toEqual([{ range: '{b}' }]);
});

describe('tables that are left out, or that the target has', () => {
  const file = () =>
    createDuckFile([
      'CREATE SEQUENCE of_a',
      'CREATE SEQUENCE of_b',
      `CREATE TABLE a (id INTEGER PRIMARY KEY DEFAULT nextval('of_a'))`,
      `CREATE TABLE b (id INTEGER PRIMARY KEY DEFAULT nextval('of_b'), a INTEGER REFERENCES a(id))`,
      'CREATE VIEW on_a AS SELECT id FROM a',
      'CREATE VIEW on_b AS SELECT id FROM b',
      'CREATE VIEW on_on_a AS SELECT id FROM on_a',
    ]);

  it('reports what depends on those left out', async () => {
    const { objects } = await run(await file(), { only: ['b'] });
    expect(objects.filter(({ outcome }) => outcome !== 'same')).toEqual([
      expect.objectContaining({ kind: 'sequence', name: 'of_a', outcome: 'refused' }),
      expect.objectContaining({
        kind: 'constraint',
        reason: 'a is not carried across',
        definition: 'FOREIGN KEY ("a") REFERENCES a ("id")',
      }),
      expect.objectContaining({ kind: 'view', name: 'on_a', reason: 'reads a, which is not carried across' }),
      expect.objectContaining({
        kind: 'view',
        name: 'on_on_a',
        reason: 'reads on_a, which is not carried across either',
      }),
    ]);
    expect(await query(`SELECT to_regclass('of_a') AS a, to_regclass('of_b')::text AS b`)).toEqual([
      { a: null, b: 'of_b' },
    ]);
  });

  it('points a foreign key at a table of the target only if that has the key', async () => {
    await query('CREATE TABLE a (id int)');
    const { objects } = await run(await file());
    expect(objects.filter(({ outcome }) => outcome === 'refused')).toEqual([
      expect.objectContaining({
        kind: 'constraint',
        name: 'b: foreign key (a)',
        reason: expect.stringContaining('no unique key on id'),
      }),
    ]);
    expect(outcomes(objects, 'table')).toEqual({ a: 'kept', b: 'same' });
    expect(outcomes(objects, 'sequence')).toEqual({ of_a: 'kept', of_b: 'same' });
  });

  it('says before anything is written what PostgreSQL will refuse, and a dry run says the same', async () => {
    const odd = await createDuckFile([
      'CREATE TABLE t (j JSON, i INTEGER PRIMARY KEY)',
      'CREATE INDEX by_j ON t (j)',
      'CREATE INDEX by_i ON t (i)',
    ]);
    const dry = await run(odd, { dryRun: true });
    expect(await query(`SELECT to_regclass('t') AS t`)).toEqual([{ t: null }]);
    const real = await run(odd);
    expect(dry.objects).toEqual(real.objects);
    expect(outcomes(real.objects, 'index')).toEqual({ 't: by_j': 'refused', 't: by_i': 'same' });
    expect(dry.ddl.join('\n')).toContain('-- CREATE INDEX by_j ON t(j);');
  });
});

it('refuses a table that PostgreSQL cannot make, before anything is written', async () => {
  const columns = Array.from({ length: 1601 }, (_, index) => `c${index} INTEGER`).join(', ');
  const file = await createDuckFile(['CREATE TABLE narrow (i INTEGER)', `CREATE TABLE wide (${columns})`]);
  const expected = { code: 'TARGET_MISFIT', details: [expect.stringMatching(/^wide: it has 1601 columns/)] };
  expect(await refusal(file, { dryRun: true })).toMatchObject(expected);
  expect(await refusal(file)).toMatchObject(expected);
  expect(await query(`SELECT to_regclass('narrow') AS narrow`)).toEqual([{ narrow: null }]);
});
