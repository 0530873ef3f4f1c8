import type { TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { declareTables, withdrawTable } from './declare.ts';
import { declaredTables } from './declared-tables.ts';
import { installNotes } from './install.ts';
import { prune } from './prune.ts';
import { readFence } from './read-fence.ts';
import { forgetMirrors, promise, promised } from './registry.ts';
import { beginning, changedSince, mirroredDatabase, now, onOther } from './testing/mirrored-database.ts';

let database: TestDatabase;
const id = '11111111-1111-4111-8111-111111111111';
const other = '22222222-2222-4222-8222-222222222222';

const run = (sql: string) => database.pool.query(sql);
const horizon = async () => (await readFence(database.pool, beginning, 0)).horizon;

beforeAll(async () => {
  database = await mirroredDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await forgetMirrors(database.pool, [id, other]);
  await run(`DELETE FROM fluxion_mirror.notes; UPDATE fluxion_mirror.history SET horizon = '3'`);
});

it('keeps what a mirror promised, and what it needs while it is building', async () => {
  const snapshot = await now(database.pool);
  const layouts = await promise(database.pool, { id, snapshot, needed: snapshot.xmin });
  expect(layouts).toEqual((await readFence(database.pool, snapshot, 0)).layouts);
  await promise(database.pool, { id, needed: snapshot.xmin });
  expect(await promised(database.pool, id)).toEqual(snapshot);
  expect(await promised(database.pool, other)).toBeUndefined();
});

it('has no history for a mirror in a state that was not promised: the database has been set back', async () => {
  const before = await now(database.pool);
  await promise(database.pool, { id, snapshot: before, needed: before.xmin });
  await run('SELECT pg_current_xact_id()');
  const historyOf = async (state: typeof before) => (await readFence(database.pool, state, 0, id)).history;
  expect(await historyOf(before)).toBe((await readFence(database.pool, before, 0)).history);
  expect(await historyOf(await now(database.pool))).toBe('');
  expect((await readFence(database.pool, before, 0, other)).history).toBe('');
});

/** Notes of transactions that ended long ago: what runs in other databases of the server does not matter to them. */
async function noteLongAgo(...xids: number[]): Promise<void> {
  await run(
    `INSERT INTO fluxion_mirror.notes SELECT x::text::xid8, 1, '{}' FROM unnest(ARRAY[${xids.join(', ')}]) AS x`,
  );
}

async function noted(): Promise<number[]> {
  const { rows } = await run('SELECT xid::text FROM fluxion_mirror.notes WHERE table_id = 1 ORDER BY xid');
  return rows.map(({ xid }) => Number(xid));
}

it('removes the notes that no mirror of the last day needs, and says from where on', async () => {
  await noteLongAgo(10, 20, 30);
  await promise(database.pool, { id, needed: 5n });
  await promise(database.pool, { id: other, needed: 25n });
  expect(await prune(database.pool)).toBe(0);
  expect(await horizon()).toBe(3n);
  await run(`UPDATE fluxion_mirror.mirrors SET seen = now() - interval '2 days' WHERE id = '${id}'`);
  expect(await prune(database.pool)).toBe(2);
  expect(await noted()).toEqual([30]);
  expect(await horizon()).toBe(21n);
});

it('removes the oldest notes if there are too many, whoever needs them', async () => {
  await noteLongAgo(10, 20, 30);
  await promise(database.pool, { id, needed: 5n });
  expect(await prune(database.pool, { most: 2 })).toBe(1);
  expect(await noted()).toEqual([20, 30]);
  expect(await horizon()).toBe(11n);
});

it('removes none that some reader may not see yet', async () => {
  await onOther(database.pool, async (open) => {
    await open.query('BEGIN; SELECT pg_current_xact_id()');
    const since = await now(database.pool);
    await run(`INSERT INTO stations VALUES (5, 'a')`);
    await prune(database.pool, { most: 1 });
    expect(await changedSince(database.pool, since)).toEqual(['stations()']);
    await open.query('COMMIT');
  });
});

it('begins a new history when the notes are of another database, as in a restored dump', async () => {
  const { history } = await readFence(database.pool, beginning, 0);
  await run(`INSERT INTO stations VALUES (9, 'z')`);
  await installNotes(database.pool);
  expect((await readFence(database.pool, beginning, 9)).history).toBe(history);
  await run(`UPDATE fluxion_mirror.history SET database = 'another'; UPDATE fluxion_mirror.notes SET xid = '99999999'`);
  expect((await readFence(database.pool, beginning, 0)).history).toBe('');
  await installNotes(database.pool);
  const anew = await readFence(database.pool, beginning, 9);
  expect(anew.history).toMatch(/^[0-9a-f-]{36}$/);
  expect([anew.history === history, anew.changed]).toEqual([false, []]);
});

it('notes what a writer notes himself, by the same text as triggers write', async () => {
  await run(
    'CREATE TABLE own (day date, flag bool) PARTITION BY LIST (flag); CREATE TABLE own_1 PARTITION OF own DEFAULT',
  );
  await declareTables(database.pool, [{ name: 'own', unit: ['day', 'flag'], noting: 'writers' }]);
  const since = await now(database.pool);
  await run(`INSERT INTO own VALUES ('2024-01-05', true)`);
  expect(await changedSince(database.pool, since)).toEqual([]);
  await run(
    `SELECT fluxion_mirror.note('own', '2024-1-5', 't'), fluxion_mirror.note('own_1', NULL, 'no'), fluxion_mirror.note('pg_class')`,
  );
  expect(await changedSince(database.pool, since)).toEqual(['own(2024-01-05, true)', 'own(null, false)']);
  await expect(run(`SELECT fluxion_mirror.note('own', '2024-01-05')`)).rejects.toThrow(
    'a unit of public.own has 2 values, not 1',
  );
});

it('declares a table with another unit anew, and withdraws it with its triggers', async () => {
  const [first] = (await declaredTables(database.pool)).filter(({ table }) => table === 'visits');
  await declareTables(database.pool, [{ name: 'visits', unit: ['day'] }]);
  const [second] = (await declaredTables(database.pool)).filter(({ table }) => table === 'visits');
  expect(second?.id).toBeGreaterThan(first?.id ?? Infinity);
  const since = await now(database.pool);
  await run(`INSERT INTO visits_1 VALUES ('a', '2024-01-07', 1)`);
  expect(await changedSince(database.pool, since)).toEqual(['visits(2024-01-07)']);
  expect(await withdrawTable(database.pool, 'visits')).toBe(true);
  expect(await withdrawTable(database.pool, 'visits')).toBe(false);
  const { rows } = await run(
    `SELECT tgname FROM pg_trigger WHERE tgname ~ '^fluxion_mirror' AND tgrelid::regclass::text ~ '^visits'`,
  );
  expect(rows).toEqual([]);
});
