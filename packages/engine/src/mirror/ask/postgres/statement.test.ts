import sql from 'sql-template-tag';
import { describe, expect, test } from 'vitest';
import type { Rollup } from '../../../base/index.ts';
import { forPostgres, lockSql } from './statement.ts';

const byShop: Rollup = {
  name: 'by_shop',
  of: 'lines',
  sql: (from) => `SELECT shop, count(*) AS n FROM ${from} GROUP BY shop`,
};
const elsewhere: Rollup = { name: 'By"Day', of: 'other.lines', sql: (from) => `SELECT day FROM ${from}` };

const expressions = `WITH "by_shop" AS NOT MATERIALIZED (SELECT shop, count(*) AS n FROM "public"."lines" GROUP BY shop)`;

describe('for PostgreSQL, a question', () => {
  test('without rollups is as it is', () => {
    const { text, values } = sql`SELECT * FROM lines WHERE shop = ${'s1'}`;
    expect(forPostgres(sql`SELECT * FROM lines WHERE shop = ${'s1'}`, [])).toEqual({ text, values });
  });

  test('has its rollups as expressions before it, and its parameters as they were', () => {
    expect(forPostgres(sql`SELECT n FROM by_shop WHERE shop = ${'s1'}`, [byShop])).toEqual({
      text: `${expressions}\nSELECT n FROM by_shop WHERE shop = $1`,
      values: ['s1'],
    });
  });

  test('has several, of tables of other schemas too', () => {
    expect(forPostgres(sql`SELECT 1`, [byShop, elsewhere]).text).toBe(
      `${expressions},\n"By""Day" AS NOT MATERIALIZED (SELECT day FROM "other"."lines")\nSELECT 1`,
    );
  });

  test.each([
    ['WITH a AS (SELECT 1) SELECT * FROM a', `${expressions},\na AS (SELECT 1) SELECT * FROM a`],
    ['\n  with a AS (SELECT 1) SELECT 2', `${expressions},\na AS (SELECT 1) SELECT 2`],
    ['-- with b\n/* WITH c\n */ WITH a AS (SELECT 1) SELECT 2', `${expressions},\na AS (SELECT 1) SELECT 2`],
    ['WITHIN', `${expressions}\nWITHIN`],
  ])('keeps its own expressions behind those: %j', (text, expected) => {
    expect(forPostgres(sql([text]), [byShop]).text).toBe(expected);
  });

  test('may have recursive expressions', () => {
    expect(forPostgres(sql`WITH RECURSIVE a AS (SELECT 1) SELECT * FROM a`, [byShop]).text).toBe(
      `${expressions.replace('WITH', 'WITH RECURSIVE')},\na AS (SELECT 1) SELECT * FROM a`,
    );
  });
});

test('the tables of the needs are locked once each, in the order of their names', () => {
  expect(lockSql([{ table: 'lines' }, { table: 'a.b' }, { table: 'lines', units: { shop: ['s1'] } }])).toBe(
    'LOCK TABLE "a"."b", "public"."lines" IN ACCESS SHARE MODE',
  );
  expect(lockSql([])).toBeUndefined();
});
