import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { eventually } from '#testing/eventually.ts';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Question, RawRow, Rollup } from '../../../base/index.ts';
import { openPool, withTransaction } from '../../../postgres/index.ts';
import type { Core } from '../../core.ts';
import { includes, parseSnapshot, sees } from '../../snapshot/snapshot.ts';
import { openAsk } from '../ask.ts';
import type { Ask, QuestionOptions } from '../options.ts';

let database: TestDatabase;
let ask: Ask;

const never = () => {
  throw new TypeError('it is not asked');
};
const none: Core = { ready: () => 'off', fence: never, lacks: never, catchUp: never, read: never };

beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
  ask = openAsk(none, database.pool, { budgetMs: 0 });
  await database.pool.query(`
    CREATE TABLE lines (shop text, day date, amount numeric(18,6), at timestamptz, ok boolean) PARTITION BY RANGE (day);
    CREATE TABLE lines_1 PARTITION OF lines FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
    CREATE TABLE lines_2 PARTITION OF lines FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
    CREATE SCHEMA other;
    CREATE TABLE other.shops (shop text)`);
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.pool.query(`
    TRUNCATE lines, other.shops;
    INSERT INTO lines VALUES ('s1', '2026-01-31', 1.5, '2026-01-31 13:05:09.25-04', true),
      ('s1', '2026-02-01', 900719925474.000001, NULL, false), ('s2', '2026-02-01', -2, NULL, NULL)`);
});

function question(
  text: string,
  more: Partial<Question<readonly string[], RawRow>> = {},
): Question<readonly string[], RawRow> {
  return {
    name: 'made up',
    reads: () => [{ table: 'lines' }],
    sql: (values) => sql(text.split('?'), ...values),
    row: (raw) => raw,
    ...more,
  };
}

const total = question('SELECT count(*) AS n FROM lines');

function put(text: string, values: readonly string[] = [], options: QuestionOptions = {}) {
  return ask(question(text), values, options);
}

describe('the answer of PostgreSQL', () => {
  test('has its values as texts in the form that the copy gives them in', async () => {
    const { rows } = await put('SELECT *, 7 AS i, 0.10 AS d FROM lines WHERE shop = ? ORDER BY day', ['s1']);
    expect(rows).toEqual([
      {
        shop: 's1',
        day: '2026-01-31',
        amount: '1.500000',
        at: '2026-01-31T17:05:09.25Z',
        ok: 'true',
        i: '7',
        d: '0.10',
      },
      { shop: 's1', day: '2026-02-01', amount: '900719925474.000001', at: null, ok: 'false', i: '7', d: '0.10' },
    ]);
  });

  test('casts its parameters, and each of them is only a value', async () => {
    const { rows } = await put(`SELECT ? AS text, CAST(? AS DATE) AS day, CAST(? AS DECIMAL(18,2)) AS d`, [
      `'; DROP`,
      '2026-01-31',
      '5',
    ]);
    expect(rows).toEqual([{ text: `'; DROP`, day: '2026-01-31', d: '5.00' }]);
  });

  test('comes from rollups that stand before its own expressions, in the order that it asks for', async () => {
    const byShop: Rollup = {
      name: 'by_shop',
      of: 'lines',
      sql: (from) => `SELECT shop, day, sum(amount) AS amount FROM ${from} GROUP BY shop, day`,
    };
    const asked = question(
      `WITH late AS (SELECT * FROM by_shop WHERE day >= CAST(? AS DATE)) SELECT shop, amount FROM late ORDER BY shop DESC`,
      { rollups: [byShop] },
    );
    const { rows } = await ask(asked, ['2026-02-01']);
    expect(rows).toEqual([
      { shop: 's2', amount: '-2.000000' },
      { shop: 's1', amount: '900719925474.000001' },
    ]);
  });

  test('says its state, which includes what had committed and not what had not', async () => {
    const writer = await database.pool.connect();
    const write = `INSERT INTO lines VALUES ('s3', '2026-01-01') RETURNING pg_current_xact_id()::text AS xid`;
    try {
      const { rows: done } = await writer.query<{ xid: string }>(write);
      await writer.query('BEGIN');
      const { rows: open } = await writer.query<{ xid: string }>(write);
      const { rows, asOf, engine, detour, timings } = await ask(total, []);
      const snapshot = parseSnapshot(asOf.snapshot);
      expect([...done, ...open].map(({ xid }) => sees(snapshot, BigInt(xid)))).toEqual([true, false]);
      expect({ rows, engine, detour }).toEqual({ rows: [{ n: '4' }], engine: 'postgres', detour: 'off' });
      expect(asOf.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      expect(timings).toMatchObject({ fenceMs: null, syncMs: null });
      await writer.query('COMMIT');
      const later = await ask(total, [], { freshness: { asOf: asOf.snapshot } });
      expect(later.rows).toEqual([{ n: '5' }]);
      expect(includes(parseSnapshot(later.asOf.snapshot), snapshot)).toBe(true);
    } finally {
      writer.release();
    }
  });

  test.each(['lines', 'lines_2'])('waits for who replaces the rows of %s, and finds them replaced', async (table) => {
    const writer = await database.pool.connect();
    try {
      await writer.query(`BEGIN; TRUNCATE ${table}; INSERT INTO lines VALUES ('s9', '2026-02-02')`);
      const answer = ask(question(`SELECT count(*) AS n FROM lines WHERE day >= '2026-02-01'`), []);
      await eventually(async () => expect(await waiting()).toBe(1));
      await writer.query('COMMIT');
      expect((await answer).rows).toEqual([{ n: '1' }]);
    } finally {
      writer.release();
    }
  });

  test('is refused for a state of another database', async () => {
    const freshness = { asOf: '999999999:999999999:' };
    await expect(ask(total, [], { freshness })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test("is PostgreSQL's error if it has one, and the connection goes on", async () => {
    await expect(put('SELECT 1 / 0 AS x')).rejects.toMatchObject({ code: '22012' });
    const missing = question('SELECT 1', { reads: () => [{ table: 'missing' }] });
    await expect(ask(missing, [])).rejects.toMatchObject({ code: '42P01' });
    expect((await ask(question('SELECT 1 AS x', { reads: () => [{ table: 'other.shops' }] }), [])).rows).toEqual([
      { x: '1' },
    ]);
  });
});

/** How many sessions of the database wait for a lock. */
async function waiting(): Promise<number> {
  const { rows } = await database.pool.query<{ n: string }>(
    `SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return Number(rows[0]?.n);
}

/** How many sessions of the database run something with `pg_sleep`. */
async function sleeping(): Promise<number> {
  const { rows } = await database.pool.query<{ n: string }>(
    `SELECT count(*) AS n FROM pg_stat_activity
     WHERE datname = current_database() AND state = 'active' AND query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()`,
  );
  return Number(rows[0]?.n);
}

describe('if nobody waits any longer', () => {
  const gone = new Error('nobody is there');

  /** Asks until `isTime` comes true. @returns what the question failed with */
  async function giveUp(ask: Ask, asked: typeof total, isTime: () => Promise<void>): Promise<unknown> {
    const abort = new AbortController();
    const failure = ask(asked, [], { signal: abort.signal }).then(
      () => 'an answer',
      (error: unknown) => error,
    );
    await eventually(isTime);
    abort.abort(gone);
    return failure;
  }

  test('the statement is cancelled, and the reason is thrown', async () => {
    const sleeps = async (times: number) => expect(await sleeping()).toBe(times);
    expect(await giveUp(ask, question('SELECT pg_sleep(600)'), () => sleeps(1))).toBe(gone);
    await eventually(() => sleeps(0));
  });

  test('no lock is waited for', async () => {
    const waits = async (times: number) => expect(await waiting()).toBe(times);
    const writer = await database.pool.connect();
    try {
      await writer.query('BEGIN; LOCK TABLE lines IN ACCESS EXCLUSIVE MODE');
      expect(await giveUp(ask, total, () => waits(1))).toBe(gone);
      await eventually(() => waits(0));
    } finally {
      await writer.query('ROLLBACK');
      writer.release();
    }
  });

  test('a connection that was waited for goes back to the pool', async () => {
    const pool = openPool({ url: database.url, applicationName: 'fluxion-test-ask', max: 1 });
    const taken = await pool.connect();
    const isWaitedFor = async () => expect(pool.waitingCount).toBe(1);
    expect(await giveUp(openAsk(none, pool, { budgetMs: 0 }), total, isWaitedFor)).toBe(gone);
    taken.release();
    await eventually(() => expect([pool.waitingCount, pool.idleCount]).toEqual([0, 1]));
    await pool.end();
  });
});

test('a partition that is attached after its snapshot is in an answer of a later one', async () => {
  await database.pool.query(
    `CREATE TABLE lines_3 (LIKE lines); INSERT INTO lines_3 VALUES ('s3', '2026-03-01', 1, NULL, NULL)`,
  );
  const pool = openPool({ url: database.url, applicationName: 'fluxion-test-ask', max: 1 });
  const client = await pool.connect();
  const query = client.query.bind(client);
  const asked: string[] = [];
  let attached = '';
  vi.spyOn(client, 'query').mockImplementation(async (...statement: unknown[]) => {
    const answer: unknown = await Reflect.apply(query, client, statement);
    if (
      typeof statement[0] === 'string' &&
      statement[0].includes('pg_current_snapshot') &&
      asked.push(statement[0]) === 1
    ) {
      attached = await withTransaction(database.pool, async (other) => {
        await other.query(
          `ALTER TABLE lines ATTACH PARTITION lines_3 FOR VALUES FROM ('2026-03-01') TO ('2026-04-01')`,
        );
        const { rows } = await other.query<{ xid: string }>('SELECT pg_current_xact_id()::text AS xid');
        return rows[0]?.xid ?? '';
      });
    }
    return answer;
  });
  client.release();
  const answer = await openAsk(none, pool, { budgetMs: 0 })(question('SELECT count(*) AS n FROM lines'), []);
  expect(answer.rows).toEqual([{ n: '4' }]);
  expect(sees(parseSnapshot(answer.asOf.snapshot), BigInt(attached))).toBe(true);
  await pool.end();
  await database.pool.query('DROP TABLE lines_3');
});

test('if PostgreSQL is away, its error is thrown', async () => {
  const pool = openPool({ url: 'postgres://nobody@127.0.0.1:1/none', applicationName: 'fluxion-test-ask' });
  await expect(openAsk(none, pool, { budgetMs: 0 })(total, [])).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await pool.end();
});
