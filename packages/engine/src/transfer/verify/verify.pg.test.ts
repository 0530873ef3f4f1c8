import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { createDuckFile } from '#testing/duck-file.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../migrate.ts';
import type { TableVerification } from './prove-table.ts';
import { verify } from './verify.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase({ template: 'empty' });
});
afterEach(() => database.drop());

/** Migrates a table, changes the target with `change`, and gives what the comparison says of the table. */
async function after(change: string, made = table): Promise<TableVerification> {
  const file = await createDuckFile(made);
  const ends = { file, pool: database.pool, schema: 'public' };
  await migrate(ends);
  await database.pool.query(change);
  const report = await verify(ends);
  expect(report.equal).toBe(false);
  const [found] = report.tables;
  if (!found) throw new Error('no table was compared');
  return found;
}

const table = [
  'CREATE TABLE sales (store VARCHAR, id INTEGER, amount DECIMAL(18,6), note VARCHAR, at TIMESTAMPTZ, PRIMARY KEY (store, id))'.replace(
    ' at ',
    ' stamp ',
  ),
  `INSERT INTO sales SELECT 'T' || (i % 3), i, i / 8, CASE WHEN i % 5 = 0 THEN NULL ELSE 'n' || (i % 7) END, TIMESTAMPTZ '2024-01-01 00:00:00+00' + to_minutes(i) FROM range(20000) r(i)`,
];

describe('one thing changed in the target', () => {
  it.each([
    [
      'the last digit of a decimal',
      `UPDATE sales SET amount = amount + 0.000001 WHERE id = 777`,
      'amount',
      '97.125000',
      '97.125001',
    ],
    [
      'a microsecond',
      `UPDATE sales SET stamp = stamp + interval '1 microsecond' WHERE id = 777`,
      'stamp',
      '1704113820000000',
      '1704113820000001',
    ],
    ['a text by one character', `UPDATE sales SET note = note || ' ' WHERE id = 777`, 'note', 'n0', 'n0 '],
    ['an empty text for a NULL', `UPDATE sales SET note = '' WHERE id = 775`, 'note', null, ''],
    ['a NULL for a text', `UPDATE sales SET note = NULL WHERE id = 777`, 'note', 'n0', null],
  ])('%s', async (_, change, column, source, target) => {
    const found = await after(change);
    const id = change.includes('775') ? 775 : 777;
    expect(found).toMatchObject({ sourceRows: 20_000, targetRows: 20_000, differingColumns: [column] });
    expect(found.differences).toEqual([{ key: `T${id % 3}, ${id}`, column, source, target }]);
  });

  it('values that changed places between rows', async () => {
    const found = await after(
      `UPDATE sales s SET amount = o.amount FROM sales o WHERE (s.id, o.id) IN ((7, 8), (8, 7))`,
    );
    expect(found.differingColumns).toEqual(['(rows)']);
    expect(found.differences.map(({ key, column }) => [key, column])).toEqual([
      ['T1, 7', 'amount'],
      ['T2, 8', 'amount'],
    ]);
  });

  it('a row too few', async () => {
    const found = await after(`DELETE FROM sales WHERE id = 5`);
    expect(found).toMatchObject({ sourceRows: 20_000, targetRows: 19_999 });
    expect(found.differences).toEqual([{ key: 'T2, 5', column: null, source: 'there', target: undefined }]);
  });

  it('a row too many', async () => {
    const found = await after(`INSERT INTO sales (store, id) VALUES ('X', -1)`);
    expect(found.differences).toEqual([{ key: 'X, -1', column: null, source: undefined, target: 'there' }]);
  });

  it('a row in a table without a key, the same row one time more than in the source', async () => {
    const found = await after(`INSERT INTO t VALUES (1, 'a')`, [
      'CREATE TABLE t (i INTEGER, s VARCHAR)',
      `INSERT INTO t VALUES (1, 'a'), (1, 'a'), (2, NULL)`,
    ]);
    expect(found).toMatchObject({ sourceRows: 3, targetRows: 4 });
    expect(found.differingColumns).toEqual(['i', 's']);
    expect(found.differences).toEqual([
      { key: '1, a', column: null, source: 'there 2 times', target: 'there 3 times' },
    ]);
  });

  it('a table that is gone', async () => {
    const found = await after('DROP TABLE sales');
    expect(found.missing).toEqual(['the target has no such table']);
  });
});

it('does not mind the order of rows, nor columns that only the target has', async () => {
  const file = await createDuckFile(table);
  const ends = { file, pool: database.pool, schema: 'public' };
  await migrate(ends);
  await database.pool.query(
    `ALTER TABLE sales ADD extra int DEFAULT 5; CREATE TABLE s2 AS SELECT * FROM sales ORDER BY id DESC; TRUNCATE sales; INSERT INTO sales SELECT * FROM s2`,
  );
  expect(await verify(ends)).toMatchObject({ equal: true, rows: 20_000 });
});

it('names a column that it cannot compare, and compares all others', async () => {
  await database.pool.query('CREATE TABLE t (i int, j jsonb, n numeric(50,10))');
  const file = await createDuckFile(
    `CREATE TABLE t AS SELECT 1 AS i, '{"b":1, "a":2}'::JSON AS j, repeat('9', 38)::DECIMAL(38,0) AS n`,
  );
  const ends = { file, pool: database.pool, schema: 'public' };
  await migrate(ends);
  const report = await verify(ends);
  expect(report).toMatchObject({ equal: true, tables: [{ notCompared: [expect.stringContaining('column j')] }] });
});

it('says the same whatever the server session prints dates and floats like', async () => {
  const file = await createDuckFile(
    `CREATE TABLE t AS SELECT DATE '2024-02-29' AS d, TIMESTAMP '2024-02-29 10:00:00' AS ts, TIMESTAMPTZ '2024-02-29 10:00:00+00' AS tz, 0.1::DOUBLE AS f, INTERVAL 40 DAY AS i`,
  );
  await migrate({ file, pool: database.pool, schema: 'public' });
  await database.pool
    .query(`DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET DateStyle = ''SQL, DMY''', current_database());
    EXECUTE format('ALTER DATABASE %I SET TimeZone = ''America/Caracas''', current_database());
    EXECUTE format('ALTER DATABASE %I SET IntervalStyle = ''iso_8601''', current_database()); END $$`);
  const { openPool } = await import('../../postgres/index.ts');
  const pool = openPool({ url: database.url, applicationName: 'fluxion-test' });
  expect(await verify({ file, pool, schema: 'public' })).toMatchObject({ equal: true });
  await pool.end();
});
