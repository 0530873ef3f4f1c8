import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPool } from './pool.ts';
import { migrateSchema, schemaState } from './schema-migrations.ts';

let database: TestDatabase;
let directory: string;

beforeEach(async () => {
  database = await createTestDatabase({ template: 'empty' });
  directory = await mkdtemp(join(tmpdir(), 'fluxion-sql-'));
});
afterEach(async () => {
  await database.drop();
  await rm(directory, { recursive: true });
});

async function add(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
}

async function tables(): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

const first = { '0001_masters.sql': 'CREATE TABLE store (id int);\nINSERT INTO store VALUES (1);' } as const;
const second = {
  '0002_facts.sql': `CREATE TABLE sale (id int);\n-- a {brace} and a 'quote'\nDO $$ BEGIN PERFORM 1; END $$`,
} as const;

describe('migrateSchema', () => {
  test('applies the numbered files in order, and once', async () => {
    await add({ ...second, ...first, 'README.md': 'no SQL', 'notes.sql': 'no number' });
    expect(await schemaState(database.pool, { directory })).toBe('absent');
    expect(await migrateSchema(database.pool, { directory })).toEqual(['0001_masters', '0002_facts']);
    expect(await schemaState(database.pool, { directory })).toBe('current');
    expect(await migrateSchema(database.pool, { directory })).toEqual([]);
    expect(await tables()).toEqual(['sale', 'store']);
  });

  test('brings a database that is behind up to date, and keeps its rows', async () => {
    await add(first);
    await migrateSchema(database.pool, { directory });
    await add(second);
    expect(await schemaState(database.pool, { directory })).toBe('behind');
    expect(await migrateSchema(database.pool, { directory })).toEqual(['0002_facts']);
    expect((await database.pool.query('SELECT * FROM store')).rows).toEqual([{ id: 1 }]);
  });

  test('refuses a schema that a newer program made, and leaves it', async () => {
    await add({ ...first, ...second });
    await migrateSchema(database.pool, { directory });
    await rm(join(directory, '0002_facts.sql'));
    expect(await schemaState(database.pool, { directory })).toBe('ahead');
    await expect(migrateSchema(database.pool, { directory })).rejects.toMatchObject({
      code: 'DATABASE_UNSUITABLE',
      message: expect.stringContaining('0002_facts'),
    });
    expect(await tables()).toEqual(['sale', 'store']);
  });

  test('refuses a file that was put before one that is applied already', async () => {
    await add({ '0001_masters.sql': 'SELECT 1', '0003_views.sql': 'SELECT 3' });
    await migrateSchema(database.pool, { directory });
    await add(second);
    await expect(migrateSchema(database.pool, { directory })).rejects.toMatchObject({ code: 'DATABASE_UNSUITABLE' });
    expect(await tables()).toEqual([]);
  });

  test('keeps nothing of a run that fails, names the line, and can be run again', async () => {
    await add({
      ...first,
      '0002_facts.sql': `CREATE TABLE sale (id int);\n-- ñ 🛒\n\nSELECT wrong FROM sale;\nSELECT 1;\n`,
    });
    await expect(migrateSchema(database.pool, { directory })).rejects.toMatchObject({
      code: 'DATABASE_UNSUITABLE',
      message: expect.stringMatching(/0002_facts\.sql, line 4.*column "wrong" does not exist/),
    });
    expect(await tables()).toEqual([]);
    await add(second);
    expect(await migrateSchema(database.pool, { directory })).toEqual(['0001_masters', '0002_facts']);
  });

  test('lets programs that migrate at once wait for each other', async () => {
    await add({ ...first, ...second });
    const pools = [0, 1, 2].map(() => openPool({ url: database.url, applicationName: 'fluxion-test' }));
    const applied = await Promise.all(pools.map((pool) => migrateSchema(pool, { directory })));
    await Promise.all(pools.map((pool) => pool.end()));
    expect(applied.flat().toSorted()).toEqual(['0001_masters', '0002_facts']);
    expect((await database.pool.query('SELECT * FROM store')).rows).toEqual([{ id: 1 }]);
  });
});
