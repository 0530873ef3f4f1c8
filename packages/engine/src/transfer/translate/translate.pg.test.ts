import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { createDuckFile } from '#testing/duck-file.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSource, smallRowsJson } from '../../duckdb/index.ts';
import { migrate } from '../migrate.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
});
afterAll(() => database.drop());

const base = [
  `CREATE TABLE Items (id INTEGER PRIMARY KEY, "Name" VARCHAR, price DECIMAL(12,4), day DATE, flag BOOLEAN)`,
  `INSERT INTO Items VALUES (1, 'pan', 2.5, '2024-01-31', true), (2, 'queso 50%', 10, '2024-02-29', false), (3, NULL, NULL, NULL, NULL), (4, 'Pan dulce', -1.25, '2023-12-31', true), (5, 'pan', 2.5, '2024-02-01', false)`,
  `CREATE TABLE tags (item INTEGER, tag VARCHAR)`,
  `INSERT INTO tags VALUES (1, 'a'), (1, 'b'), (2, 'a'), (9, 'z')`,
];

/** Creates the view in a file, migrates it, and gives its rows as each engine prints them, in order. */
async function onBoth(query: string): Promise<{ source: unknown; target: unknown }> {
  const file = await createDuckFile([...base, `CREATE VIEW v AS ${query}`]);
  await database.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  const report = await migrate({ file, pool: database.pool, schema: 'public' });
  expect(report.notes).toEqual([]);
  const source = await openSource(file);
  const expected = await smallRowsJson(await source.connect(), 'SELECT COLUMNS(*)::VARCHAR FROM v').finally(() =>
    source.close(),
  );
  const { rows, fields } = await database.pool.query<Record<string, unknown>>('SELECT * FROM v');
  const texts = rows.map((row) =>
    Object.fromEntries(fields.map(({ name }) => [name, row[name] === null ? null : String(row[name])])),
  );
  return { source: expected, target: texts };
}

it.each([
  ['every column, names in any case', `SELECT ID, NAME, Price FROM items ORDER BY id`],
  ['NULLs last both ways', `SELECT id, price FROM items ORDER BY price DESC, id`],
  ['NULLs first where it says so', `SELECT id, price FROM items ORDER BY price NULLS FIRST, id`],
  [
    'arithmetic and constants',
    `SELECT id, price * 2 + 1.25 AS d, -id AS n, id % 2 AS r, id % (id - 2) AS z, id - 10 AS m FROM items ORDER BY id`,
  ],
  [
    'conditions',
    `SELECT id FROM items WHERE (price BETWEEN 1 AND 3 OR id IN (2, 3)) AND NOT (flag IS NOT NULL AND flag) ORDER BY id`,
  ],
  ['distinct from', `SELECT id FROM items WHERE price IS DISTINCT FROM 2.5 ORDER BY id`],
  [
    'LIKE has no escape character',
    `SELECT id FROM items WHERE "Name" LIKE '%\\%%' OR "Name" NOT LIKE 'pan%' ORDER BY id`,
  ],
  [
    'case, coalesce, nullif',
    `SELECT id, CASE WHEN price > 5 THEN 'high' WHEN price IS NULL THEN '' ELSE 'it''s low' END AS c, coalesce("Name", '-') AS n, nullif(id, 2) AS z FROM items ORDER BY id`,
  ],
  ['text functions', `SELECT id, "Name" || '/' || "Name" AS t, length("Name") AS l FROM items ORDER BY id`],
  ['dates and intervals', `SELECT id FROM items WHERE day <= DATE '2024-01-01' + INTERVAL 30 DAY ORDER BY id`],
  [
    'GROUP BY ALL',
    `SELECT flag, count(*) AS n, sum(price) AS total, min(day) AS first FROM items GROUP BY ALL ORDER BY n, flag`,
  ],
  [
    'HAVING, DISTINCT, FILTER',
    `SELECT "Name", count(DISTINCT price) AS p, count(*) FILTER (WHERE flag) AS f FROM items GROUP BY "Name" HAVING count(*) > 1`,
  ],
  [
    'QUALIFY',
    `SELECT id, "Name" FROM items QUALIFY row_number() OVER (PARTITION BY "Name" ORDER BY price DESC, id) = 1 ORDER BY id`,
  ],
  [
    'windows',
    `SELECT id, rank() OVER (ORDER BY price DESC) AS r, lag(id) OVER (ORDER BY id) AS before, lag(id, 2, 0) OVER (ORDER BY id) AS two FROM items ORDER BY id`,
  ],
  ['joins', `SELECT i.id, t.tag FROM items i LEFT JOIN tags t ON t.item = i.id ORDER BY i.id, t.tag`],
  ['FULL JOIN', `SELECT i.id, t.item FROM items i FULL JOIN tags t ON t.item = i.id ORDER BY i.id, t.item`],
  [
    'USING and a subquery',
    `SELECT s.id, s.n FROM (SELECT item AS id, count(*) AS n FROM tags GROUP BY 1) s JOIN items USING (id) ORDER BY s.id`,
  ],
  ['star', `SELECT i.* FROM items AS i WHERE i.id < 3 ORDER BY i.id`],
  ['LIMIT and OFFSET', `SELECT id FROM items ORDER BY id LIMIT 2 OFFSET 1`],
  ['DISTINCT', `SELECT DISTINCT "Name" FROM items ORDER BY "Name"`],
])('the same rows on both engines: %s', async (_, query) => {
  const { source, target } = await onBoth(query);
  expect(target).toEqual(source);
  expect(target).not.toEqual([]);
});

it.each([
  ['integer division, a DOUBLE in DuckDB', `SELECT id / 2 AS half FROM items`, 'function /'],
  ['avg of decimals, a DOUBLE in DuckDB', `SELECT avg(price) AS a FROM items`, 'function avg'],
  ['lower, which follows the locale', `SELECT lower("Name") AS l FROM items`, 'function lower'],
  ['TRY_CAST', `SELECT TRY_CAST("Name" AS INTEGER) AS i FROM items`, 'TRY_CAST'],
  ['EXCLUDE', `SELECT * EXCLUDE (id) FROM items`, 'EXCLUDE'],
  ['a CTE', `WITH c AS (SELECT 1 AS i) SELECT * FROM c`, 'WITH'],
  ['SEMI JOIN', `SELECT id FROM items SEMI JOIN tags ON item = id`, 'SEMI'],
  ['a window frame', `SELECT sum(id) OVER (ORDER BY id ROWS 1 PRECEDING) AS s FROM items`, 'frame'],
  ['ROLLUP', `SELECT flag, count(*) AS n FROM items GROUP BY ROLLUP (flag)`, 'GROUPING SETS'],
  ['UNION', `SELECT id FROM items UNION ALL SELECT item FROM tags`, 'SET_OPERATION'],
  ['a list', `SELECT list(id) AS l FROM items`, 'function list'],
  ['float to text', `SELECT price::DOUBLE::VARCHAR AS t FROM items`, 'CAST to VARCHAR'],
])('refused by name: %s', async (_, query, construct) => {
  const file = await createDuckFile([...base, `CREATE VIEW v AS ${query}`]);
  await database.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  const report = await migrate({ file, pool: database.pool, schema: 'public' });
  expect(report.notes).toEqual([
    expect.objectContaining({
      kind: 'view',
      name: 'view v',
      outcome: 'refused',
      reason: expect.stringContaining(construct),
    }),
  ]);
});
