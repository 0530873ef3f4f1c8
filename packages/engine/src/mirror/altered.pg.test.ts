import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql, { raw } from 'sql-template-tag';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { declareTables, installNotes, openMirror, withdrawTable } from './index.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
  folder = mkdtempSync(join(tmpdir(), 'fluxion-mirror-'));
  await installNotes(database.pool);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

/** A mirror of a table with the rows (1, 'a') and (2, 'b'), and what it answers to `SELECT * FROM table`. */
async function mirrored(name: string, columns: string, unit: readonly string[] = []) {
  await database.pool.query(`CREATE TABLE ${name} (${columns}); INSERT INTO ${name} VALUES (1, 'a'), (2, 'b')`);
  await declareTables(database.pool, [{ name, unit }]);
  const log = { info: () => {}, warn: () => {} };
  const mirror = openMirror({ url: database.url, folder, name, rollups: [], budgetMs: 30_000, log });
  onTestFinished(() => mirror.close());
  const ready = async () => {
    const signal = AbortSignal.timeout(20_000);
    await mirror.whenReady(signal);
    await mirror.sync();
    await mirror.whenReady(signal);
  };
  await ready();
  const answers = async (table = name) => {
    const { engine, rows } = await mirror.query(
      {
        name: 'all',
        reads: () => [{ table }],
        sql: () => sql`SELECT * FROM ${raw(table)} ORDER BY id`,
        row: (row) => Object.values(row).join(' '),
      },
      null,
    );
    return [engine, ...rows];
  };
  return { ready, answers, mirror };
}

it('copies anew what a column has that takes the name of a dropped one', async () => {
  const { answers, ready } = await mirrored('parcels', 'id int, label text');
  await database.pool.query(`ALTER TABLE parcels DROP COLUMN label, ADD COLUMN label text DEFAULT 'new'`);
  expect((await answers()).slice(1)).toEqual(['1 new', '2 new']);
  await ready();
  expect(await answers()).toEqual(['mirror', '1 new', '2 new']);
});

it('copies values of an enum anew when its labels are others', async () => {
  await database.pool.query(`CREATE TYPE grade AS ENUM ('a', 'b')`);
  const { answers, ready } = await mirrored('grades', 'id int, grade grade');
  await database.pool.query(`ALTER TYPE grade RENAME VALUE 'a' TO 'best'`);
  expect((await answers()).slice(1)).toEqual(['1 best', '2 b']);
  await database.pool.query(`ALTER TYPE grade ADD VALUE 'worst'`);
  await database.pool.query(`INSERT INTO grades VALUES (3, 'worst')`);
  await ready();
  expect(await answers()).toEqual(['mirror', '1 best', '2 b', '3 worst']);
});

it('goes on with a table that is declared anew, by another unit', async () => {
  const { answers, ready } = await mirrored('shelves', 'id int, label text');
  await declareTables(database.pool, [{ name: 'shelves', unit: ['label'] }]);
  await ready();
  expect(await answers()).toEqual(['mirror', '1 a', '2 b']);
  await withdrawTable(database.pool, 'shelves');
  await declareTables(database.pool, [{ name: 'shelves', unit: ['id'] }]);
  await ready();
  expect(await answers()).toEqual(['mirror', '1 a', '2 b']);
});

it('keeps tables apart that DuckDB would take for one', async () => {
  const { answers, ready } = await mirrored('boxes', 'id int, label text');
  await database.pool.query(`CREATE TABLE "Boxes" (id int); INSERT INTO "Boxes" VALUES (7)`);
  await expect(declareTables(database.pool, [{ name: 'Boxes', unit: [] }])).rejects.toThrow(
    'Boxes and public.boxes, which is mirrored, would be one table in the copy',
  );
  // As if an older program had declared it.
  await database.pool.query(
    `INSERT INTO fluxion_mirror.tables (schema_name, table_name, unit, unit_types, noting) VALUES ('public', 'Boxes', '{}', '{}', 'triggers')`,
  );
  await ready();
  expect(await answers()).toEqual(['mirror', '1 a', '2 b']);
  await withdrawTable(database.pool, 'Boxes');
});

it('takes names that are hard to quote', async () => {
  const name = String.raw`od'd"\ $note$`;
  const quoted = `"${name.replaceAll('"', '""')}"`;
  await database.pool.query(`CREATE TABLE ${quoted} (${quoted} text)`);
  await declareTables(database.pool, [{ name, unit: [name] }]);
  await database.pool.query(`INSERT INTO ${quoted} VALUES ('a')`);
  const { rows } = await database.pool.query(
    'SELECT n.unit FROM fluxion_mirror.notes AS n JOIN fluxion_mirror.tables AS t ON t.id = table_id WHERE table_name = $1',
    [name],
  );
  expect(rows).toEqual([{ unit: ['a'] }]);
});
