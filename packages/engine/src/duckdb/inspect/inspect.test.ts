import { DuckDBInstance } from '@duckdb/node-api';
import { createDuckFile } from '#testing/duck-file.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteIdentifier, quoteLiteral } from '../../base/index.ts';
import { openSource } from '../open.ts';
import { inspectCatalog } from './inspect.ts';
import type { DuckCatalog } from './specs.ts';

async function inspect(...statements: string[]): Promise<DuckCatalog> {
  const source = await openSource(await createDuckFile(statements));
  try {
    return await inspectCatalog(await source.connect());
  } finally {
    source.close();
  }
}

async function inspectInMemory(...statements: string[]): Promise<DuckCatalog> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    for (const statement of statements) await connection.run(statement);
    return await inspectCatalog(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

describe('the catalogue of a file', () => {
  it('tells schemas, types and their comments', async () => {
    const catalog = await inspect(
      'CREATE SCHEMA other',
      `CREATE TYPE other.mood AS ENUM ('a', 'b''c')`,
      'CREATE TYPE brief AS INTEGER',
      `COMMENT ON TYPE other.mood IS 'how it is'`,
    );
    expect(catalog.schemas).toEqual([{ name: 'other', comment: null }]);
    expect(catalog.enums).toEqual([{ schema: 'other', name: 'mood', labels: ['a', "b'c"], comment: 'how it is' }]);
    expect(catalog.aliases).toEqual([{ schema: 'main', name: 'brief', of: 'INTEGER', comment: null }]);
  });

  it('tells generated columns from defaults, and collations, whatever the names and texts look like', async () => {
    const catalog = await inspect(
      `CREATE TABLE t ("a, b" INTEGER DEFAULT 3, "c GENERATED ALWAYS AS((1))" VARCHAR COLLATE NOCASE DEFAULT 'x) GENERATED ALWAYS AS',
         g INTEGER AS (i + 1), i INTEGER, s STRUCT("x, (y" INTEGER, z VARCHAR), "q""," VARCHAR AS ('a'), "select" VARCHAR COLLATE NOACCENT.NOCASE)`,
    );
    const columns = catalog.tables[0]?.columns ?? [];
    expect(
      columns.map(({ name, default: fallback, generated, collation }) => [name, fallback, generated, collation]),
    ).toEqual([
      ['a, b', '3', null, undefined],
      ['c GENERATED ALWAYS AS((1))', `'x) GENERATED ALWAYS AS'`, null, 'NOCASE'],
      ['g', null, 'CAST((i + 1) AS INTEGER)', undefined],
      ['i', null, null, undefined],
      ['s', null, null, undefined],
      ['q",', null, `CAST('a' AS VARCHAR)`, undefined],
      ['select', null, null, 'NOACCENT.NOCASE'],
    ]);
  });

  it('tells macros with all their forms and defaults', async () => {
    const catalog = await inspect(
      'CREATE SCHEMA other',
      'CREATE MACRO other.twice(a) AS a * 2',
      `CREATE MACRO many(a) AS a, (a, b := 'x, y', "c d" := [1, 2]) AS a || b`,
      `CREATE MACRO rows(x, y := DATE '2020-01-01') AS TABLE SELECT x, y`,
      `COMMENT ON MACRO TABLE rows IS 'two columns'`,
      'CREATE TEMP MACRO gone(a) AS a',
    );
    expect(catalog.macros.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      {
        schema: 'main',
        name: 'many',
        table: false,
        parameters: ['a'],
        definition: 'a',
        overloads: [
          { parameters: ['a', 'b', 'c d'], defaults: { b: `'x, y'`, 'c d': '[1, 2]' }, definition: '(a || b)' },
        ],
        comment: null,
      },
      {
        schema: 'main',
        name: 'rows',
        table: true,
        parameters: ['x', 'y'],
        defaults: { y: `'2020-01-01'::DATE` },
        definition: 'SELECT x, y',
        comment: 'two columns',
      },
      { schema: 'other', name: 'twice', table: false, parameters: ['a'], definition: '(a * 2)', comment: null },
    ]);
  });

  it('tells keys in the spelling of what they name, and comments on view columns', async () => {
    const catalog = await inspect(
      'CREATE TABLE P ("Id" INTEGER PRIMARY KEY, up INTEGER REFERENCES p(ID), UNIQUE (ID, UP))',
      'CREATE VIEW v AS SELECT id, up FROM p',
      `COMMENT ON COLUMN v.up IS 'its parent'`,
    );
    expect(catalog.tables[0]).toMatchObject({
      primaryKey: ['Id'],
      uniques: [['Id', 'up']],
      foreignKeys: [{ columns: ['up'], referencedTable: 'P', referencedColumns: ['Id'] }],
    });
    expect(catalog.views[0]).toMatchObject({ columns: ['Id', 'up'], columnComments: [null, 'its parent'] });
  });

  it('tells the columns of any name, with any text as their default or for their macros', async () => {
    const name = fc.string({ unit: fc.constantFrom(...`aB"' ,()[]:=;ñ🛒`), minLength: 1, maxLength: 12 });
    const column = fc.record({ name, text: name, generated: fc.boolean() });
    const columns = fc.uniqueArray(column, { selector: (one) => one.name.toLowerCase(), minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(columns, async (wanted) => {
        const declared = wanted.map(({ name: own, text, generated }) => {
          const value = quoteLiteral(text);
          return `${quoteIdentifier(own)} VARCHAR ${generated ? `AS (${value})` : `DEFAULT ${value}`}`;
        });
        const parameters = wanted.map(({ name: own, text }) => `${quoteIdentifier(own)} := ${quoteLiteral(text)}`);
        const catalog = await inspectInMemory(
          `CREATE TABLE t (${declared.join(', ')}, plain INTEGER)`,
          `CREATE MACRO m(${parameters.join(', ')}) AS 1`,
        );
        const found = catalog.tables[0]?.columns.map((one) => [one.name, one.generated !== null, one.default]);
        expect(found).toEqual([
          ...wanted.map((one) => [one.name, one.generated, one.generated ? null : quoteLiteral(one.text)]),
          ['plain', false, null],
        ]);
        expect(catalog.macros[0]).toMatchObject({
          parameters: wanted.map((one) => one.name),
          defaults: Object.fromEntries(wanted.map((one) => [one.name, quoteLiteral(one.text)])),
        });
      }),
      { numRuns: 10 },
    );
  }, 30_000);
});
