import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { eventually } from '#testing/eventually.ts';
import type { Question, Rollup } from '../base/index.ts';
import { declareTables, installNotes, openMirror, type Mirror } from './index.ts';

let database: TestDatabase;
let folder: string;

const byDay: Rollup = {
  name: 'sales_by_day',
  of: 'sales',
  sql: (from) => `SELECT shop, day, count(*) AS lines, sum(amount) AS amount FROM ${from} GROUP BY shop, day`,
};

const total: Question<{ shop?: string }, { lines: number; amount: string }> = {
  name: 'total',
  reads: ({ shop }) => [{ table: 'sales', ...(shop === undefined ? {} : { units: { shop: [shop] } }) }],
  sql: ({ shop }) =>
    shop === undefined
      ? sql`SELECT count(*) AS lines, coalesce(sum(amount), 0) AS amount FROM sales`
      : sql`SELECT count(*) AS lines, coalesce(sum(amount), 0) AS amount FROM sales WHERE shop = ${shop}`,
  row: ({ lines, amount }) => ({ lines: Number(lines), amount: Number(amount).toFixed(2) }),
};

const days: Question<null, string> = {
  name: 'days',
  reads: () => [{ table: 'sales' }, { table: 'items' }],
  rollups: [byDay],
  sql: () => sql`
    SELECT shop, CAST(day AS VARCHAR) AS day, lines, amount, (SELECT count(*) FROM items) AS items
    FROM sales_by_day ORDER BY shop COLLATE "C", day`,
  row: (raw) => `${raw['shop']} ${raw['day']} ${raw['lines']} ${raw['amount']} ${raw['items']}`,
};

beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
  await database.pool.query(`
    CREATE TABLE sales (shop text NOT NULL, day date NOT NULL, n int NOT NULL, amount numeric(12,2), PRIMARY KEY (shop, day, n))
      PARTITION BY RANGE (day);
    CREATE TABLE sales_1 PARTITION OF sales FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
    CREATE TABLE sales_2 PARTITION OF sales FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
    CREATE TABLE items (code text PRIMARY KEY, name text);
    INSERT INTO sales SELECT 'S' || n % 3, DATE '2024-01-01' + n % 60, n, n FROM generate_series(1, 3000) AS n;
    INSERT INTO items VALUES ('a', 'A')`);
  await installNotes(database.pool);
  await declareTables(database.pool, [
    { name: 'sales', unit: ['shop', 'day'] },
    { name: 'items', unit: [] },
  ]);
  folder = mkdtempSync(join(tmpdir(), 'fluxion-mirror-'));
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

async function open(name: string): Promise<Mirror> {
  const log: string[] = [];
  const tell = (line: string) => void log.push(line);
  const mirror = openMirror({
    url: database.url,
    folder,
    name,
    rollups: [byDay],
    budgetMs: 30_000,
    log: { info: tell, warn: tell },
  });
  onTestFinished(() => mirror.close());
  await mirror.whenReady(AbortSignal.timeout(20_000)).catch((error: unknown) => {
    throw new Error(`${String(error)}: ${JSON.stringify(mirror.status())} ${log.join('\n')}`);
  });
  return mirror;
}

/** Asks exactly, and compares with what PostgreSQL itself says. */
async function agrees(mirror: Mirror): Promise<void> {
  for (const shop of [undefined, 'S1']) {
    const answer = await mirror.query(total, shop === undefined ? {} : { shop });
    const { rows } = await database.pool.query<{ lines: string; amount: string }>(
      `SELECT count(*)::int AS lines, coalesce(sum(amount), 0)::numeric(20,2)::text AS amount FROM sales WHERE $1::text IS NULL OR shop = $1`,
      [shop ?? null],
    );
    expect({ engine: answer.detour ?? answer.engine, rows: answer.rows }).toEqual({ engine: 'mirror', rows });
  }
  const answer = await mirror.query(days, null);
  const { rows } = await database.pool.query<{ line: string }>(
    `SELECT concat_ws(' ', shop, day, count(*), sum(amount), (SELECT count(*) FROM items)) AS line
     FROM sales GROUP BY shop, day ORDER BY shop COLLATE "C", day`,
  );
  expect({ engine: answer.detour ?? answer.engine, rows: answer.rows }).toEqual({
    engine: 'mirror',
    rows: rows.map(({ line }) => line),
  });
}

it('answers with everything that was committed before, whoever wrote it and how', async () => {
  const mirror = await open('ways');
  await agrees(mirror);
  const writes = [
    `INSERT INTO sales VALUES ('S1', '2024-01-05', 5000, 0.5)`,
    `UPDATE sales SET amount = amount + 1 WHERE shop = 'S2' AND day = '2024-02-02'`,
    `DELETE FROM sales WHERE day = '2024-01-07'`,
    `UPDATE sales SET shop = 'S9' WHERE day = '2024-01-08'`,
    `INSERT INTO sales_2 VALUES ('S1', '2024-02-05', 5001, 7)`,
    `INSERT INTO items VALUES ('b', 'B')`,
    `TRUNCATE sales_2`,
    `CREATE TABLE sales_3 (LIKE sales INCLUDING ALL); INSERT INTO sales_3 SELECT 'S1', '2024-03-03', n, n FROM generate_series(1, 50) AS n;
     ALTER TABLE sales ATTACH PARTITION sales_3 FOR VALUES FROM ('2024-03-01') TO ('2024-04-01')`,
    `INSERT INTO sales_3 VALUES ('S4', '2024-03-04', 1, 1)`,
    `ALTER TABLE sales DETACH PARTITION sales_1`,
    `ALTER TABLE sales ALTER COLUMN amount TYPE numeric(14,3) USING amount * 2`,
    `ALTER TABLE items ADD COLUMN weight int DEFAULT 3`,
    `TRUNCATE items`,
    `ALTER TABLE sales_1 ALTER COLUMN amount TYPE numeric(14,3); ALTER TABLE sales ATTACH PARTITION sales_1 FOR VALUES FROM ('2024-01-01') TO ('2024-02-01')`,
  ];
  for (const write of writes) {
    await database.pool.query(write);
    // A table whose columns are others is copied anew, and PostgreSQL answers meanwhile.
    await mirror.sync();
    await mirror.whenReady();
    await agrees(mirror).catch((error: unknown) => {
      throw new Error(`after ${write}`, { cause: error });
    });
  }
  expect(await mirror.check()).toMatchObject({ equal: true, notCompared: [] });
});

it('goes on from its file where it was', async () => {
  const first = await open('again');
  const before = first.status();
  await first.close();
  await database.pool.query(`INSERT INTO sales_3 VALUES ('S5', '2024-03-04', 1, 1)`);
  const second = await open('again');
  expect(second.status().file).toBe(before.file);
  await agrees(second);
});

it('has no notes kept for a file that it has given up', async () => {
  const known = async () => {
    const { rows } = await database.pool.query<{ id: string }>('SELECT id FROM fluxion_mirror.mirrors');
    return rows.map(({ id }) => id);
  };
  const others = await known();
  const mirror = await open('anew');
  const [own, ...more] = (await known()).filter((id) => !others.includes(id));
  expect(more).toEqual([]);
  await mirror.rebuild();
  await expect.poll(known, { timeout: 20_000 }).not.toContain(own);
  await mirror.whenReady(AbortSignal.timeout(20_000));
  await agrees(mirror);
  expect(await known()).toHaveLength(others.length + 1);
});

it.each([
  ['copies what nobody waits for any longer', (mirror: Mirror) => mirror.sync()],
  ['compares itself with PostgreSQL', (mirror: Mirror) => mirror.check()],
])('closes while it %s', async (_, begin) => {
  const mirror = await open('closing');
  await database.pool.query('UPDATE sales SET amount = amount + 1');
  const ended = begin(mirror).then(() => 'done', String);
  await mirror.close();
  // Its following may have brought the same a moment before.
  expect(['done', 'FluxionError: The mirror is closed.']).toContain(await ended);
  await agrees(await open('closing'));
});

it('closes while it waits for a lock that somebody holds', async () => {
  const holder = await database.pool.connect();
  await holder.query('BEGIN; LOCK TABLE sales IN ACCESS EXCLUSIVE MODE');
  const quiet = () => {};
  const mirror = openMirror({
    url: database.url,
    folder,
    name: 'locked',
    rollups: [],
    log: { info: quiet, warn: quiet },
  });
  await eventually(async () => {
    const { rows } = await database.pool.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'fluxion-mirror' AND wait_event_type = 'Lock'`,
    );
    expect(rows.length).toBeGreaterThan(0);
  });
  // The lock is held until it has: else it would never end.
  await mirror.close();
  await holder.query('ROLLBACK');
  holder.release();
});
