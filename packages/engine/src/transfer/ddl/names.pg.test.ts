import { createDuckFile } from '#testing/duck-file.ts';
import { expect, it } from 'vitest';
import { quoteIdentifier } from '../../base/index.ts';
import { postgresName } from '../plan/names/names.ts';
import { provideTarget } from '../testing/target.ts';

const target = provideTarget();
const { query, run } = target;

const long = 'x'.repeat(200);
const names = [
  'a""b',
  '🛒 ñandú',
  'select',
  ' ',
  'UPPER',
  `${long}1`,
  `${long}2`,
  'ctid',
  'x; DROP TABLE y',
  "it's",
  'a.b',
  'a\nb',
  '--',
];
const written = (name: string) => `"${name}"`;

it('carries tables, columns, keys, indexes, views and sequences of any name across', async () => {
  const statements = names.flatMap((name, index) => [
    `CREATE SEQUENCE ${written(`s${name}`)}`,
    `CREATE TABLE ${written(name)} (${written(name)} INTEGER PRIMARY KEY, ${written(`u${name}`)} INTEGER UNIQUE DEFAULT ${index}, CHECK (${written(name)} >= 0), CHECK (${written(`u${name}`)} >= 0))`,
    `INSERT INTO ${written(name)} VALUES (${index}, ${index})`,
    `CREATE INDEX ${written(`i${name}`)} ON ${written(name)} (${written(`u${name}`)}, ${written(name)})`,
    `COMMENT ON COLUMN ${written(name)}.${written(name)} IS 'of ${index}'`,
    `CREATE VIEW ${written(`v${name}`)} AS SELECT ${written(name)} + 1 AS ${written(`w${name}`)} FROM ${written(name)}`,
    `CREATE TABLE ${written(`f${name}`)} (${written(name)} INTEGER REFERENCES ${written(name)} (${written(name)}))`,
  ]);
  const report = await run(await createDuckFile(statements));
  expect(report.objects.filter(({ outcome }) => outcome === 'refused' || outcome === 'kept')).toEqual([]);
  for (const [index, source] of names.entries()) {
    const name = source.replaceAll('""', '"');
    const [view, column] = [postgresName(`v${name}`), postgresName(`w${name}`)].map(quoteIdentifier);
    expect(await query(`SELECT ${column} AS value FROM ${view}`)).toEqual([{ value: index + 1 }]);
  }
  const changed = report.objects.filter(({ kind, outcome }) => kind === 'table' && outcome === 'changed');
  expect(changed.map(({ name }) => name).toSorted()).toEqual([
    'ctid',
    `f${long}1`,
    `f${long}2`,
    `${long}1`,
    `${long}2`,
  ]);
});

it('keeps apart what PostgreSQL would cut to the same name', async () => {
  const cut = postgresName(`${long}1`);
  const file = await createDuckFile([
    `CREATE TABLE "${long}1" AS SELECT 1 AS i`,
    `CREATE TABLE "${long}2" AS SELECT 2 AS i`,
    `CREATE TABLE "${cut}" AS SELECT 3 AS i`,
    `CREATE TABLE "${long.slice(0, 63)}" AS SELECT 4 AS i`,
  ]);
  expect((await run(file)).tables.map(({ proof }) => proof?.equal)).toEqual([true, true, true, true]);
  expect(await query(`SELECT i FROM "${cut}"`)).toEqual([{ i: 1 }]);
});

it('gives schemas that PostgreSQL keeps for itself another name', async () => {
  const file = await createDuckFile([
    'CREATE SCHEMA pg_sales',
    'CREATE TABLE pg_sales.t AS SELECT 7 AS i',
    'CREATE VIEW pg_sales.v AS SELECT i FROM t',
    'CREATE SCHEMA fluxion_transfer',
    'CREATE TABLE fluxion_transfer.run AS SELECT 8 AS id',
  ]);
  const { objects } = await run(file);
  expect(
    objects.filter(({ outcome }) => outcome !== 'same').map(({ kind, name, outcome }) => [kind, name, outcome]),
  ).toEqual([
    ['schema', 'fluxion_transfer', 'changed'],
    ['schema', 'pg_sales', 'changed'],
  ]);
  const [schema] = await query(`SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE '\\_pg\\_sales\\_%'`);
  expect(await query(`SELECT i FROM "${String(schema?.name)}".v`)).toEqual([{ i: 7 }]);
});
