import type { TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withSnapshot } from '../../postgres/index.ts';
import { declareTables } from './declare.ts';
import { equip } from './equip.ts';
import { readLayouts, type Layout } from './layouts.ts';
import { readFence } from './read-fence.ts';
import { beginning, mirrored, mirroredDatabase, onOther } from './testing/mirrored-database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await mirroredDatabase();
});
afterAll(() => database.drop());

const run = (sql: string) => database.pool.query(sql);
const layouts = () => withSnapshot(database.pool, [], ({ client }) => readLayouts(client));

async function layout(name = 'visits'): Promise<Layout> {
  const found = (await layouts()).find(({ table }) => table.table === name);
  if (!found) throw new Error(`no layout of ${name}`);
  return found;
}

const contents = ({ parts }: Layout) => Object.fromEntries(parts.map((part) => [part.name, part.contents]));

/** The parts whose contents may be others by the statements, and whether the fingerprint tells that something happened. */
async function effect(sql: string): Promise<{ told: boolean; parts: string[] }> {
  const before = await layout();
  await run(sql);
  const after = await layout();
  const [was, is] = [contents(before), contents(after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return {
    told: before.fingerprint !== after.fingerprint,
    parts: names.filter((name) => was[name] !== is[name]).toSorted(),
  };
}

const all = ['public.visits_1', 'public.visits_2_a', 'public.visits_2_rest'];

describe('a layout', () => {
  it('has the leaves with their constraints, and the fingerprint of the fence', async () => {
    const { columns, parts, fingerprint, table, unfit } = await layout();
    expect(columns.map(({ name, type }) => `${name} ${type.name}`)).toEqual(['site text', 'day date', 'visitors int4']);
    expect(parts.map(({ name, equipped }) => [name, equipped])).toEqual(all.map((name) => [name, true]));
    expect(parts[0]?.constraint).toContain(`(day >= '2024-01-01'::date)`);
    expect((await readFence(database.pool, beginning, 0)).layouts.get(table.id)).toBe(fingerprint);
    expect(unfit).toBeNull();
    expect((await layout('stations')).parts).toMatchObject([
      { name: 'public.stations', constraint: null, equipped: true },
    ]);
  });

  it.each([
    ['rows', `INSERT INTO visits VALUES ('a', '2024-01-01', 1); DELETE FROM visits`],
    ['VACUUM', 'VACUUM visits_1'],
    ['ANALYZE', 'ANALYZE visits'],
    ['a TRUNCATE that is rolled back', 'BEGIN; TRUNCATE visits; ROLLBACK'],
    ['other tables', 'CREATE TABLE other (a int); DROP TABLE other'],
    ['declaring it again', ''],
  ])('is not changed by %s', async (_, sql) => {
    const before = await layout();
    await run(sql);
    await declareTables(database.pool, mirrored);
    expect(await layout()).toEqual(before);
  });

  it.each([
    ['TRUNCATE of a leaf', 'TRUNCATE visits_1', ['public.visits_1']],
    ['TRUNCATE of a level', 'TRUNCATE visits_2', ['public.visits_2_a', 'public.visits_2_rest']],
    ['TRUNCATE of the table', 'TRUNCATE visits', all],
    ['VACUUM FULL', 'VACUUM FULL visits_1', ['public.visits_1']],
    [
      'triggers that were off for a moment',
      'ALTER TABLE visits_1 DISABLE TRIGGER ALL; ALTER TABLE visits_1 ENABLE TRIGGER ALL',
      ['public.visits_1'],
    ],
    [
      'triggers of a level that were off',
      'ALTER TABLE ONLY visits_2 DISABLE TRIGGER USER; ALTER TABLE ONLY visits_2 ENABLE TRIGGER USER',
      ['public.visits_2_a', 'public.visits_2_rest'],
    ],
    [
      'a unit column that had another name',
      'ALTER TABLE visits RENAME day TO d; ALTER TABLE visits RENAME d TO day',
      all,
    ],
    ['a column with a default', 'ALTER TABLE visits ADD guests int DEFAULT 3', []],
    ['dropping a column', 'ALTER TABLE visits DROP guests', []],
    ['other rights', 'GRANT SELECT ON visits_1 TO PUBLIC', []],
  ])('tells %s', async (_, sql, parts) => {
    expect(await effect(sql)).toEqual({ told: true, parts });
    await equip(database.pool);
  });

  it('tells partitions that are attached, detached, and made; what lacks triggers is equipped', async () => {
    await run(`CREATE TABLE visits_3 (LIKE visits); INSERT INTO visits_3 VALUES ('a', '2024-03-01', 1)`);
    expect(
      await effect(`ALTER TABLE visits ATTACH PARTITION visits_3 FOR VALUES FROM ('2024-03-01') TO ('2024-04-01')`),
    ).toEqual({
      told: true,
      parts: ['public.visits_3'],
    });
    expect((await layout()).parts.find(({ name }) => name === 'public.visits_3')).toMatchObject({ equipped: false });
    const before = contents(await layout());
    expect(await equip(database.pool)).toBe(1);
    const { 'public.visits_3': attached, ...others } = contents(await layout());
    // Otherwise all that there is would be copied anew with each new partition.
    expect({ ...others, 'public.visits_3': before['public.visits_3'] }).toEqual(before);
    expect(attached).not.toBe(before['public.visits_3']);
    expect((await layout()).parts.every(({ equipped }) => equipped)).toBe(true);
    expect(await effect('ALTER TABLE visits DETACH PARTITION visits_3; DROP TABLE visits_3')).toMatchObject({
      told: true,
    });
    expect((await effect('DROP TRIGGER fluxion_mirror_update ON visits')).parts).toEqual(all);
    expect((await layout()).parts.some(({ equipped }) => equipped)).toBe(false);
    await equip(database.pool);
    expect((await layout()).parts.every(({ equipped }) => equipped)).toBe(true);
  });

  it('is of the snapshot, whatever was altered since', async () => {
    const before = await layouts();
    await withSnapshot(database.pool, [], async ({ client }) => {
      await client.query('SELECT 1');
      await run(
        `CREATE TABLE visits_4 PARTITION OF visits FOR VALUES FROM ('2024-04-01') TO ('2024-05-01'); TRUNCATE visits_1`,
      );
      expect((await readLayouts(client)).map(contents)).toEqual(before.map(contents));
    });
    await run('DROP TABLE visits_4');
  });

  it('says why the table cannot be mirrored any more, and is missing with its table', async () => {
    await run('ALTER TABLE readings RENAME station TO place');
    expect((await layout('readings')).unfit).toBe(
      'public.readings has no column station: name columns that it has as its unit.',
    );
    await run('ALTER TABLE readings RENAME place TO station');
    expect((await layout('readings')).unfit).toBeNull();
    await run('DROP TABLE readings');
    expect((await layouts()).map(({ table }) => table.table)).toEqual(['visits', 'stations']);
  });
});

describe('equip', () => {
  it('waits for whoever writes, so that no write of theirs is missed', async () => {
    await run('CREATE TABLE later (id int)');
    await onOther(database.pool, async (writer) => {
      await writer.query('BEGIN; INSERT INTO later VALUES (1)');
      const declared = declareTables(database.pool, [{ name: 'later', unit: ['id'] }]);
      const first = await Promise.race([declared.then(() => 'declared'), refusedLock().then(() => 'refused a lock')]);
      expect(first).toBe('refused a lock');
      await writer.query('COMMIT');
      expect((await declared).map(({ table }) => table)).toContain('later');
    });
  });
});

/** Waits until a session has waited for the lock in vain. */
async function refusedLock(): Promise<void> {
  for (;;) {
    const { rows } = await database.pool.query<{ waiting: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_locks WHERE relation = 'later'::regclass AND NOT granted) AS waiting`,
    );
    if (rows[0]?.waiting === true) return;
  }
}
