import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { eventually } from '#testing/eventually.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPool } from './pool.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
});
afterAll(() => database.drop());

describe('a pool', () => {
  test('gives numbers exactly, and dates and instants as text', async () => {
    const { rows } = await database.pool.query(
      `SELECT 9007199254740993 AS int8, 12345678901234567890.10 AS numeric, DATE '2026-01-31' AS date,
              TIMESTAMP '2026-01-31 13:00:00.5' AS local, TIMESTAMPTZ '2026-01-31 13:00:00.5-04' AS instant,
              ARRAY[0.1, NULL, 1e20]::numeric[] AS numerics, ARRAY[9007199254740993] AS int8s,
              ARRAY[DATE '2026-01-31'] AS dates, ARRAY[TIMESTAMPTZ '2026-01-31 13:00-04', NULL] AS instants,
              7 AS int4, true AS flag, 'ñandú' AS text`,
    );
    expect(rows).toEqual([
      {
        int8: '9007199254740993',
        numeric: '12345678901234567890.10',
        date: '2026-01-31',
        local: '2026-01-31 13:00:00.5',
        instant: '2026-01-31T17:00:00.5Z',
        numerics: ['0.1', null, '100000000000000000000'],
        int8s: ['9007199254740993'],
        dates: ['2026-01-31'],
        instants: ['2026-01-31T17:00:00Z', null],
        int4: 7,
        flag: true,
        text: 'ñandú',
      },
    ]);
  });

  test("works in UTC and in ISO dates, whatever the database's defaults are", async () => {
    const other = await createTestDatabase({ template: 'empty' });
    const name = new URL(other.url).pathname.slice(1);
    await other.pool.query(`ALTER DATABASE ${name} SET timezone = 'America/Caracas'`);
    await other.pool.query(`ALTER DATABASE ${name} SET datestyle = 'German, DMY'`);
    const pool = openPool({ url: other.url, applicationName: 'fluxion-test' });
    const { rows } = await pool.query(
      `SELECT current_setting('timezone') AS zone, DATE '2026-01-31' AS date, TIMESTAMPTZ '2026-01-31 13:00Z' AS instant`,
    );
    expect(rows).toEqual([{ zone: 'UTC', date: '2026-01-31', instant: '2026-01-31T13:00:00Z' }]);
    await pool.end();
    await other.drop();
  });

  test("takes its time and quotes as the standard says, whatever the database's limits and settings are", async () => {
    const other = await createTestDatabase({ template: 'empty' });
    const name = new URL(other.url).pathname.slice(1);
    const limits = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'];
    for (const limit of limits) await other.pool.query(`ALTER DATABASE ${name} SET ${limit} = '30s'`);
    await other.pool.query(`ALTER DATABASE ${name} SET standard_conforming_strings = off`);
    const pool = openPool({ url: other.url, applicationName: 'fluxion-test' });
    const shown = limits.map((limit) => `current_setting('${limit}')`).join(', ');
    const { rows } = await pool.query(String.raw`SELECT ARRAY[${shown}] AS limits, '\a' AS text`);
    expect(rows).toEqual([{ limits: ['0', '0', '0'], text: String.raw`\a` }]);
    await pool.end();
    await other.drop();
  });

  test('says in the server who it is, and cancels what takes too long', async () => {
    const pool = openPool({ url: database.url, applicationName: 'fluxion-test-slow', statementTimeoutMs: 50 });
    const { rows } = await pool.query(`SELECT current_setting('application_name') AS name`);
    expect(rows).toEqual([{ name: 'fluxion-test-slow' }]);
    await expect(pool.query('SELECT pg_sleep(600)')).rejects.toMatchObject({ code: '57014' });
    await pool.end();
  });

  test('survives the end of its idle and of its taken connections', async () => {
    const pool = openPool({ url: database.url, applicationName: 'fluxion-test-ended', max: 2 });
    const taken = await pool.connect();
    await pool.query('SELECT 1');
    const others = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'fluxion-test-ended'`;
    expect((await database.pool.query(others)).rowCount).toBe(2);
    await expect(taken.query('SELECT 1')).rejects.toThrow(/terminat|not queryable/);
    taken.release(true);
    await eventually(() => expect(pool.idleCount).toBe(0));
    expect((await pool.query('SELECT 1')).rowCount).toBe(1);
    await pool.end();
  });
});
