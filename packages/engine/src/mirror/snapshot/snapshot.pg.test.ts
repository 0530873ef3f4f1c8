import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { includes, parseSnapshot, sees, snapshotText } from './snapshot.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
});
afterAll(() => database.drop());

async function now(): Promise<string> {
  const { rows } = await database.pool.query<{ now: string }>('SELECT pg_current_snapshot()::text AS now');
  return rows[0]?.now ?? '';
}

test('a transaction is seen by the snapshots by which PostgreSQL sees it', async () => {
  const xids = fc.uniqueArray(fc.bigInt({ min: 3n, max: 40n }), { maxLength: 6 });
  const cases = fc.sample(fc.tuple(xids, fc.bigInt({ min: 0n, max: 45n })), 300).map(([some, xid]) => {
    const running = some.toSorted((a, b) => Number(a - b));
    const snapshot = { xmin: running[0] ?? 40n, xmax: (running.at(-1) ?? 39n) + 1n + (xid % 3n), running };
    return { snapshot, xid };
  });
  const { rows } = await database.pool.query<{ sees: boolean; text: string }>(
    `SELECT pg_visible_in_snapshot(xid::xid8, snapshot::pg_snapshot) AS sees, snapshot::pg_snapshot::text AS text
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS c (snapshot, xid, n) ORDER BY n`,
    [cases.map(({ snapshot }) => snapshotText(snapshot)), cases.map(({ xid }) => String(xid))],
  );
  expect(cases.map(({ snapshot, xid }) => sees(snapshot, xid))).toEqual(rows.map((row) => row.sees));
  expect(cases.map(({ snapshot }) => snapshotText(snapshot))).toEqual(rows.map(({ text }) => text));
});

test.each(['5:3:', '1:3:3', '2:3:1', '1:9:5,4', '1:2', '1:2:x'])(
  'PostgreSQL refuses what is refused: %s',
  async (text) => {
    await expect(database.pool.query('SELECT $1::pg_snapshot', [text])).rejects.toThrow(/invalid input syntax/);
    expect(() => parseSnapshot(text)).toThrow(RangeError);
  },
);

test('snapshots include earlier ones while transactions overlap, and see a transaction once it has committed', async () => {
  await database.pool.query('CREATE TABLE t (i int)');
  const [a, b] = [await database.pool.connect(), await database.pool.connect()];
  const taken: string[] = [await now()];
  const begin = async (client: typeof a) => {
    await client.query('BEGIN');
    const { rows } = await client.query<{ xid: string }>(
      'INSERT INTO t VALUES (1) RETURNING pg_current_xact_id()::text AS xid',
    );
    taken.push(await now());
    return BigInt(rows[0]?.xid ?? 0);
  };
  try {
    const first = await begin(a);
    await a.query('SAVEPOINT s');
    await a.query('INSERT INTO t VALUES (2)');
    const second = await begin(b);
    await b.query('COMMIT');
    taken.push(await now());
    const between = parseSnapshot(taken.at(-1) ?? '');
    expect([sees(between, first), sees(between, second)]).toEqual([false, true]);
    await a.query('ROLLBACK TO s');
    await a.query('COMMIT');
    taken.push(await now());
    expect(sees(parseSnapshot(taken.at(-1) ?? ''), first)).toBe(true);
  } finally {
    a.release();
    b.release();
  }
  const snapshots = taken.map(parseSnapshot);
  snapshots.forEach((older, at) => {
    for (const newer of snapshots.slice(at)) expect(includes(newer, older)).toBe(true);
  });
  expect(includes(snapshots[0] ?? parseSnapshot('3:3:'), snapshots.at(-1) ?? parseSnapshot('3:3:'))).toBe(false);
});
