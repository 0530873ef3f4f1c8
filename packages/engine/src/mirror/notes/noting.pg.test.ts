import { pipeline } from 'node:stream/promises';
import { from } from 'pg-copy-streams';
import type { TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../postgres/index.ts';
import { sees, type Snapshot } from '../snapshot/snapshot.ts';
import { readFence } from './read-fence.ts';
import { changedSince, mirroredDatabase, now, onOther } from './testing/mirrored-database.ts';

let database: TestDatabase;
let since: Snapshot;

const run = (sql: string) => database.pool.query(sql);
const changed = () => changedSince(database.pool, since);
const noteCount = async () => Number((await run('SELECT count(*) FROM fluxion_mirror.notes')).rows[0]?.count);

beforeAll(async () => {
  database = await mirroredDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await run(`
    TRUNCATE visits, stations, readings;
    INSERT INTO visits VALUES ('a', '2024-01-01', 1), ('b', '2024-01-01', 2), ('a', '2024-02-01', 3), ('b', '2024-02-02', 4);
    INSERT INTO stations VALUES (1, 'x'), (2, 'y');
    INSERT INTO readings VALUES (1, 1, 10), (2, 1, 20), (3, 2, 30)`);
  since = await now(database.pool);
});

describe('a note of each unit that a statement changes', () => {
  it.each([
    ['INSERT', `INSERT INTO visits VALUES ('a', '2024-01-05', 1), ('a', '2024-01-05', 2)`, ['visits(a, 2024-01-05)']],
    ['INSERT into a partition', `INSERT INTO visits_1 VALUES ('c', '2024-01-05', 1)`, ['visits(c, 2024-01-05)']],
    ['INSERT into a level between', `INSERT INTO visits_2 VALUES ('a', '2024-02-05', 1)`, ['visits(a, 2024-02-05)']],
    ['INSERT of NULL', `INSERT INTO visits VALUES (NULL, '2024-02-05', 1)`, ['visits(null, 2024-02-05)']],
    ['UPDATE', `UPDATE visits SET visitors = 9 WHERE site = 'b'`, ['visits(b, 2024-01-01)', 'visits(b, 2024-02-02)']],
    [
      'UPDATE that moves rows to another unit and partition',
      `UPDATE visits SET day = '2024-02-07' WHERE site = 'a' AND day = '2024-01-01'`,
      ['visits(a, 2024-01-01)', 'visits(a, 2024-02-07)'],
    ],
    ['DELETE', `DELETE FROM visits WHERE day < '2024-02-01'`, ['visits(a, 2024-01-01)', 'visits(b, 2024-01-01)']],
    ['DELETE from a leaf', `DELETE FROM visits_2_a`, ['visits(a, 2024-02-01)']],
    [
      'MERGE',
      `MERGE INTO visits AS v USING (VALUES ('a', DATE '2024-01-01'), ('n', DATE '2024-01-09')) AS s (site, day)
         ON v.site = s.site AND v.day = s.day
       WHEN MATCHED THEN UPDATE SET day = '2024-02-09'
       WHEN NOT MATCHED THEN INSERT VALUES (s.site, s.day, 1)`,
      ['visits(a, 2024-01-01)', 'visits(a, 2024-02-09)', 'visits(n, 2024-01-09)'],
    ],
    [
      'MERGE that does nothing but move rows to another partition',
      `MERGE INTO visits AS v USING (VALUES ('b')) AS s (site) ON v.site = s.site AND v.day = '2024-01-01'
       WHEN MATCHED THEN UPDATE SET day = '2024-02-09'`,
      ['visits(b, 2024-01-01)', 'visits(b, 2024-02-09)'],
    ],
    [
      'MERGE that deletes',
      `MERGE INTO visits AS v USING (VALUES ('a')) AS s (site) ON v.site = s.site WHEN MATCHED THEN DELETE`,
      ['visits(a, 2024-01-01)', 'visits(a, 2024-02-01)'],
    ],
    [
      'INSERT ON CONFLICT, of a new row and of one that is there',
      `INSERT INTO readings VALUES (1, 2, 11), (9, 2, 90) ON CONFLICT (id) DO UPDATE SET station = excluded.station`,
      ['readings(1)', 'readings(2)'],
    ],
    ['DELETE that cascades', 'DELETE FROM stations WHERE id = 1', ['readings(1)', 'stations()']],
    ['UPDATE that cascades', 'UPDATE stations SET id = 7 WHERE id = 2', ['readings(2)', 'readings(7)', 'stations()']],
    [
      'a statement in WITH',
      `WITH gone AS (DELETE FROM readings WHERE id = 3 RETURNING 1) SELECT * FROM gone`,
      ['readings(2)'],
    ],
    [
      'a session with another DateStyle',
      `SET LOCAL datestyle = 'SQL, DMY'; DELETE FROM visits_1 WHERE site = 'b'`,
      ['visits(b, 2024-01-01)'],
    ],
    [
      'a session whose search_path has things of the same names',
      `CREATE TEMP TABLE notes (x int); CREATE TEMP TABLE new_rows (y int); SET LOCAL search_path = pg_temp;
       DELETE FROM public.readings WHERE id = 3; DROP TABLE notes, new_rows`,
      ['readings(2)'],
    ],
    [
      'a session of a replica',
      `SET LOCAL session_replication_role = replica; DELETE FROM readings WHERE id = 3`,
      ['readings(2)'],
    ],
  ])('%s', async (_, sql, units) => {
    await onOther(database.pool, async (client) => {
      const { rows } = await client.query<{ may: boolean }>(
        `SELECT has_parameter_privilege('session_replication_role', 'SET') AS may`,
      );
      if (sql.includes('replica') && rows[0]?.may !== true) sql = sql.replace(/^[^;]*;/, '');
      await inTransaction(client, () => client.query(sql));
    });
    expect(await changed()).toEqual(units);
  });

  it('COPY, through the table and into a partition', async () => {
    for (const [table, day] of [
      ['visits', '2024-02-03'],
      ['visits_1', '2024-01-03'],
    ]) {
      await onOther(database.pool, (client) =>
        pipeline([`c\t${day}\t1\n`, `c\t${day}\t2\n`], client.query(from(`COPY ${table} FROM STDIN`))),
      );
    }
    expect(await changed()).toEqual(['visits(c, 2024-01-03)', 'visits(c, 2024-02-03)']);
  });

  it('by no statement that changes no row, and one for a unit that a transaction writes row by row', async () => {
    const before = await noteCount();
    await run(`UPDATE visits SET visitors = 1 WHERE site = 'none'; DELETE FROM stations WHERE id = 77;
      INSERT INTO readings VALUES (1, 1, 1) ON CONFLICT DO NOTHING`);
    expect(await noteCount()).toBe(before);
    await run(`DO $$ BEGIN FOR i IN 1..50 LOOP
      INSERT INTO visits VALUES ('r', '2024-01-09', i), ('s', '2024-01-09', i); UPDATE stations SET name = i::text; END LOOP; END $$`);
    expect(await noteCount()).toBe(before + 3);
    expect(await changed()).toEqual(['stations()', 'visits(r, 2024-01-09)', 'visits(s, 2024-01-09)']);
  });

  it('of values that are longer than an index takes', async () => {
    await run(
      `INSERT INTO visits_1 SELECT string_agg(md5(i::text), ''), '2024-01-02' FROM generate_series(1, 250) AS i`,
    );
    expect((await changed())[0]).toHaveLength('visits(, 2024-01-02)'.length + 8000);
  });
});

describe('transactions', () => {
  it('leave no note if they are rolled back, wholly or to a savepoint', async () => {
    await onOther(database.pool, (client) =>
      inTransaction(client, async () => {
        await client.query(`DELETE FROM readings WHERE station = 2; SAVEPOINT s;
          DELETE FROM readings WHERE station = 1; DELETE FROM stations; ROLLBACK TO s;
          UPDATE stations SET name = 'z' WHERE id = 2; SAVEPOINT kept; DELETE FROM visits_2_a; RELEASE kept`);
      }),
    );
    expect(await changed()).toEqual(['readings(2)', 'stations()', 'visits(a, 2024-02-01)']);
    const after = await now(database.pool);
    await run(`BEGIN; DELETE FROM visits; ROLLBACK`);
    expect(await changedSince(database.pool, after)).toEqual([]);
  });

  it('that overlap are seen when they commit, whichever began first', async () => {
    await onOther(database.pool, (first) =>
      onOther(database.pool, async (second) => {
        await first.query(`BEGIN; DELETE FROM visits_2_a`);
        await second.query(`BEGIN; DELETE FROM readings WHERE id = 3`);
        expect(await changed()).toEqual([]);
        // Those under way are listed only before one that has ended.
        const before = await now(database.pool);
        await run('SELECT pg_current_xact_id()');
        const between = await now(database.pool);
        expect(between.running.length).toBeGreaterThanOrEqual(2);
        await second.query('COMMIT');
        const afterSecond = await now(database.pool);
        expect(await changedSince(database.pool, between)).toEqual(['readings(2)']);
        await first.query('COMMIT');
        expect(await changedSince(database.pool, before)).toEqual(['readings(2)', 'visits(a, 2024-02-01)']);
        expect(await changedSince(database.pool, between)).toEqual(['readings(2)', 'visits(a, 2024-02-01)']);
        expect(await changedSince(database.pool, afterSecond)).toEqual(['visits(a, 2024-02-01)']);
        expect(await changedSince(database.pool, await now(database.pool))).toEqual([]);
      }),
    );
  });

  it('that are SERIALIZABLE do not fail because both note', async () => {
    await onOther(database.pool, (first) =>
      onOther(database.pool, async (second) => {
        await first.query(`BEGIN ISOLATION LEVEL SERIALIZABLE; INSERT INTO visits_1 VALUES ('p', '2024-01-09', 1)`);
        await second.query(`BEGIN ISOLATION LEVEL SERIALIZABLE; INSERT INTO readings VALUES (77, NULL, 1)`);
        await second.query('COMMIT');
        await first.query('COMMIT');
      }),
    );
    expect(await changed()).toEqual(['readings(null)', 'visits(p, 2024-01-09)']);
  });

  it('that were prepared are running until they are committed', async () => {
    const { rows } = await run(`SELECT current_setting('max_prepared_transactions')::int > 0 AS enabled`);
    if (rows[0]?.enabled !== true) return;
    await run(`BEGIN; DELETE FROM visits_2_a; PREPARE TRANSACTION 'one'`);
    const between = await now(database.pool);
    expect(await changed()).toEqual([]);
    await run(`COMMIT PREPARED 'one'`);
    expect(await changedSince(database.pool, between)).toEqual(['visits(a, 2024-02-01)']);
  });

  it('are told as pg_visible_in_snapshot tells them, with as many units as were asked for', async () => {
    await onOther(database.pool, async (open) => {
      await open.query(`BEGIN; INSERT INTO visits_1 VALUES ('q', '2024-01-08', 1)`);
      const between = await now(database.pool);
      await run(`DELETE FROM visits`);
      await open.query('COMMIT');
      const { rows } = await database.pool.query<{ xid: string }>(
        'SELECT DISTINCT xid::text AS xid FROM fluxion_mirror.notes WHERE NOT pg_visible_in_snapshot(xid, $1)',
        [`${between.xmin}:${between.xmax}:${between.running.join(',')}`],
      );
      expect(rows).toHaveLength(2);
      expect(rows.filter(({ xid }) => sees(between, BigInt(xid)))).toEqual([]);
      const all = await readFence(database.pool, between, 5);
      expect([all.changed.length, all.more]).toEqual([5, false]);
      const some = await readFence(database.pool, between, 2);
      expect([some.changed.length, some.more]).toEqual([2, true]);
    });
  });
});

describe('a unit column that is not there', () => {
  it('keeps nobody from writing', async () => {
    await run(`ALTER TABLE readings RENAME COLUMN station TO place`);
    await run(`UPDATE readings SET value = 5`);
    expect(await changed()).toEqual([]);
    await run(`ALTER TABLE readings RENAME COLUMN place TO station`);
    await run(`UPDATE readings SET value = 6 WHERE id = 3`);
    expect(await changed()).toEqual(['readings(2)']);
  });
});
