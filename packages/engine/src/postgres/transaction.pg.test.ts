import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withTransaction } from './transaction.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
  await database.pool.query('CREATE TABLE note (text text)');
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.pool.query('TRUNCATE note');
});

async function notes(): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ text: string }>('SELECT text FROM note ORDER BY text');
  return rows.map(({ text }) => text);
}

describe('withTransaction', () => {
  test('commits what the work has done and gives back what it gives', async () => {
    const given = await withTransaction(database.pool, async (client) => {
      await client.query(`INSERT INTO note VALUES ('kept')`);
      return 42;
    });
    expect(given).toBe(42);
    expect(await notes()).toEqual(['kept']);
  });

  test('keeps nothing of work that throws, and throws the same', async () => {
    const failure = new Error('changed my mind');
    const work = withTransaction(database.pool, async (client) => {
      await client.query(`INSERT INTO note VALUES ('lost')`);
      throw failure;
    });
    await expect(work).rejects.toBe(failure);
    expect(await notes()).toEqual([]);
  });

  test('refuses to call committed what PostgreSQL rolled back after an error that the work swallowed', async () => {
    const work = withTransaction(database.pool, async (client) => {
      await client.query(`INSERT INTO note VALUES ('lost')`);
      await client.query('SELECT 1 / 0').catch(() => {});
    });
    await expect(work).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(await notes()).toEqual([]);
  });

  test('survives the end of its connection, and the pool serves the next', async () => {
    const work = withTransaction(database.pool, async (client) => {
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await database.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      await client.query(`INSERT INTO note VALUES ('lost')`);
    });
    await expect(work).rejects.toThrow(/terminat|not queryable/);
    expect(await withTransaction(database.pool, async (client) => (await client.query('SELECT 1')).rowCount)).toBe(1);
  });
});
