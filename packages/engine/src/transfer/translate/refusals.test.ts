import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { quoteIdentifier } from '../../base/index.ts';
import { inspectCatalog } from '../../duckdb/index.ts';
import { createTranslator, UntranslatableError, type Translator } from './index.ts';
import { tables } from './testing/tables.ts';

let instance: DuckDBInstance;
let duck: DuckDBConnection;
let translator: Translator;
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  duck = await instance.connect();
  for (const statement of tables) await duck.run(statement);
  await duck.run('CREATE VIEW clock AS SELECT now() AS t');
  await duck.run('CREATE MACRO moment() AS now()');
  const { macros } = await inspectCatalog(duck);
  translator = createTranslator(duck, {
    spelling: (name) => name,
    relation: (_, name) => quoteIdentifier(name),
    macros,
  });
});
afterAll(() => {
  duck.closeSync();
  instance.closeSync();
});

const view = (query: string) => ({ schema: 'main', sql: `CREATE VIEW v AS ${query};` });

it.each([
  [`SELECT random()`, 'function random'],
  [`SELECT reverse("Name") FROM items`, 'function reverse'],
  [`SELECT printf('%d', id) FROM items`, 'function printf'],
  [`SELECT mode(grp) FROM items`, 'function mode'],
  [`SELECT median(price) FROM items`, 'median of DECIMAL(12,4)'],
  [`SELECT first(id) FROM items`, 'first without ORDER BY'],
  [`SELECT min(l) FROM items`, 'min of INTEGER[]'],
  [`SELECT price::FLOAT FROM items`, 'CAST of DECIMAL(12,4) to FLOAT'],
  [`SELECT l::VARCHAR FROM items`, 'CAST of INTEGER[] to VARCHAR'],
  [`SELECT ts::TIMESTAMP_S FROM items`, 'TIMESTAMP_S'],
  [`SELECT TRY_CAST("Name" AS DATE) FROM items`, 'TRY_CAST of VARCHAR to DATE'],
  [`SELECT id FROM items WHERE "Name" = 5`, 'a comparison of VARCHAR with INTEGER'],
  [`SELECT id FROM items WHERE day = 'yesterday'`, `the text 'yesterday' where a DATE is meant`],
  [`SELECT id FROM items WHERE "Name" GLOB 'p*'`, '~~~'],
  [`SELECT "Name" COLLATE NOCASE FROM items`, 'COLLATE'],
  [`SELECT regexp_matches("Name", '[[:alpha:]]') FROM items`, 'the regular expression'],
  [`SELECT regexp_matches("Name", 'a', 'i') FROM items`, `with the option 'i'`],
  [`SELECT regexp_extract("Name", '(a|ab)(c|bcd)*') FROM items`, 'with the pattern'],
  [`SELECT strftime(day, '%c') FROM items`, 'strftime with %c'],
  [`SELECT date_diff('week', day, day) FROM items`, 'date_diff in week'],
  [`SELECT date_trunc('decade', day) FROM items`, 'date_trunc to decade'],
  [`SELECT round(w, -1) FROM items`, 'round of a DOUBLE to tens'],
  [`SELECT -tiny FROM items`, '- of UTINYINT'],
  [`SELECT w % 2 FROM items`, 'DOUBLE % INTEGER'],
  [`SELECT 2 ** id FROM items`, '** whose argument 2 is no constant'],
  [`SELECT ts AT TIME ZONE 'America/New_York' FROM items`, `TIMESTAMP AT TIME ZONE 'America/New_York'`],
  [`SELECT last_value(id IGNORE NULLS) OVER (ORDER BY id) FROM items`, 'IGNORE NULLS'],
  [`SELECT sum(DISTINCT id) OVER () FROM items`, 'DISTINCT values in a window'],
  [`SELECT COLUMNS('i.*') FROM items`, 'COLUMNS'],
  [`SELECT * FROM items POSITIONAL JOIN tags`, 'POSITIONAL JOIN'],
  [`SELECT i.id FROM items i ASOF JOIN tags t ON i.id >= t.item`, 'ASOF JOIN'],
  [
    `SELECT t.tag FROM tags t LEFT JOIN (items i SEMI JOIN nest n ON n.id = i.id) ON t.item = i.id`,
    'SEMI JOIN inside a LEFT JOIN',
  ],
  [`SELECT id FROM items USING SAMPLE 10%`, 'USING SAMPLE'],
  [`SELECT id FROM items TABLESAMPLE 10%`, 'TABLESAMPLE'],
  [`SELECT id FROM items LIMIT 10%`, 'LIMIT of a percentage'],
  [`SELECT count(*) AS price, id FROM items GROUP BY id, items.price HAVING price > 1`, 'the name price'],
  [`SELECT * FROM read_csv('x.csv')`, 'table function read_csv'],
  [`SELECT nothing FROM items`, 'the column nothing'],
  [`SELECT 1 FROM nowhere`, 'the relation nowhere'],
  [`SELECT s FROM nest GROUP BY s`, 'a comparison of STRUCT'],
  [`SELECT struct_pack(a := id) FROM items`, 'function struct_pack'],
  [`WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1.5 FROM r WHERE n < 3) SELECT * FROM r`, 'has two types'],
  [`SELECT CAST('abc' AS INTEGER)`, 'which DuckDB itself cannot compute'],
])('%s is refused by name', async (query, construct) => {
  const refusal = await translator.view(view(query)).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UntranslatableError);
  expect(String(refusal)).toContain(construct);
});

it.each([
  [`SELECT id FROM items ORDER BY id`, undefined],
  [`SELECT current_date AS d`, { reason: 'its answer depends on the clock', always: true }],
  [`SELECT * FROM (SELECT now())`, { reason: 'its answer depends on the clock', always: true }],
  [`SELECT * FROM clock`, { reason: 'its answer depends on the clock', always: true }],
  [`SELECT moment()`, { reason: 'its answer depends on the clock', always: true }],
  [`SELECT id FROM items LIMIT 1`, { reason: expect.stringContaining('LIMIT'), always: false }],
  [`SELECT DISTINCT ON (grp) id FROM items`, { reason: expect.stringContaining('DISTINCT ON'), always: false }],
  [`SELECT list(id) FROM items`, { reason: expect.stringContaining('list'), always: false }],
])('%s: whether its answer can differ from run to run', async (query, expected) => {
  expect(await translator.unstable(view(query))).toEqual(expected);
});

it('translates expressions of a table', async () => {
  const { tables: specs } = await inspectCatalog(duck);
  const columns = specs.find(({ name }) => name === 'items')?.columns ?? [];
  const own = createTranslator(duck, {
    spelling: (name) => name,
    relation: (_, name) => `"public"."${name}"`,
    columns,
  });
  expect(await own.expression(`nextval('serial')`)).toBe(`nextval('"public"."serial"')`);
  expect(await own.expression("(ID > 0) AND (name <> '')")).toBe(`(("id" > 0) AND ("Name" <> ''))`);
  expect(await own.expression(`CAST('2024-01-01' AS DATE)`)).toBe(`CAST('2024-01-01' AS date)`);
  await expect(own.expression('missing + 1')).rejects.toThrow('the column missing');
});
