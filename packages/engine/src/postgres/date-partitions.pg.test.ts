import { createTestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { datePartitions } from './date-partitions.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
});
afterAll(() => database.drop());

async function partitionsOf(sql: string) {
  const client = await database.pool.connect();
  try {
    await client.query(`BEGIN; CREATE TABLE plain (d date); ${sql}`);
    return await datePartitions(client, 't');
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const t = 'CREATE TABLE t (i int, d date) PARTITION BY RANGE (d);';

it('tells the ranges of a table that is divided by one date', async () => {
  const ranges = await partitionsOf(`${t}
    CREATE TABLE "B b" PARTITION OF t FOR VALUES FROM ('2024-02-01') TO (MAXVALUE);
    CREATE TABLE a PARTITION OF t FOR VALUES FROM (MINVALUE) TO ('2024-02-01')`);
  expect(ranges).toEqual({
    column: 'd',
    ranges: expect.arrayContaining([
      { partition: 'public.a', from: null, to: '2024-02-01' },
      { partition: 'public."B b"', from: '2024-02-01', to: null },
    ]),
  });
});

it('leaves a default partition to the parent', async () => {
  expect(await partitionsOf(`${t} CREATE TABLE rest PARTITION OF t DEFAULT`)).toEqual({ column: 'd', ranges: [] });
});

it.each([
  ['not divided', 'CREATE TABLE t (d date)'],
  ['divided by a list', `CREATE TABLE t (d date) PARTITION BY LIST (d)`],
  ['divided by two columns', 'CREATE TABLE t (i int, d date) PARTITION BY RANGE (d, i)'],
  ['divided by another type', 'CREATE TABLE t (d timestamp) PARTITION BY RANGE (d)'],
  ['divided by an expression', 'CREATE TABLE t (d date) PARTITION BY RANGE ((d + 1))'],
  [
    'divided twice',
    `${t} CREATE TABLE a PARTITION OF t FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (i)`,
  ],
  [
    'divided at times that are no ISO dates',
    `${t} CREATE TABLE a PARTITION OF t FOR VALUES FROM ('0044-03-15 BC') TO ('0044-03-16 BC')`,
  ],
])('says nothing of a table that is %s', async (_, sql) => {
  expect(await partitionsOf(sql)).toBeUndefined();
});
