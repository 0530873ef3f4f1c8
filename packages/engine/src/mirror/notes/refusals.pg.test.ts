import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { declareTables } from './declare.ts';
import { declaredTables } from './declared-tables.ts';
import { installNotes } from './install.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
  await installNotes(database.pool);
  await database.pool.query(`
    CREATE TABLE plain (id int, price numeric, code char(3), name text, at timestamptz);
    CREATE COLLATION loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
    CREATE TABLE loosely (name text COLLATE loose);
    CREATE VIEW seen AS SELECT * FROM plain;
    CREATE MATERIALIZED VIEW kept AS SELECT * FROM plain;
    CREATE UNLOGGED TABLE fleeting (id int);
    CREATE TABLE parent (id int);
    CREATE TABLE child () INHERITS (parent);
    CREATE TABLE divided (id int) PARTITION BY LIST (id);
    CREATE TABLE one PARTITION OF divided FOR VALUES IN (1);
    CREATE TABLE mixed (id int) PARTITION BY LIST (id);
    CREATE UNLOGGED TABLE mixed_1 PARTITION OF mixed FOR VALUES IN (1);
    CREATE TABLE secret (id int);
    ALTER TABLE secret ENABLE ROW LEVEL SECURITY;
    ALTER TABLE secret FORCE ROW LEVEL SECURITY;
    CREATE TABLE closed (id int);
    REVOKE TRIGGER ON closed FROM current_user`);
});
afterAll(() => database.drop());

it.each([
  ['nowhere', [], 'There is no table nowhere'],
  ['other.plain', [], 'There is no table other.plain'],
  ['pg_catalog.pg_class', [], "a table of the system's own"],
  ['fluxion_mirror.notes', [], "a table of the system's own"],
  ['seen', [], 'seen is a view: mirror the tables that it reads.'],
  ['kept', [], 'kept is a materialized view'],
  ['fleeting', [], 'fleeting is unlogged'],
  ['parent', [], 'parent takes part in inheritance'],
  ['child', [], 'child takes part in inheritance'],
  ['one', [], 'one is a partition: mirror the table that it is a part of.'],
  ['mixed', [], 'its partition public.mixed_1 is unlogged'],
  ['secret', [], 'Row security hides rows of secret'],
  ['closed', [], 'This role may not put triggers on public.closed'],
  ['plain', ['lost'], 'plain has no column lost'],
  ['plain', ['id', 'id'], 'has a column twice'],
  ['plain', ['price'], 'plain.price is of the type numeric'],
  ['plain', ['code'], 'plain.code is of the type bpchar'],
  ['plain', ['at'], 'plain.at is of the type timestamptz'],
  ['loosely', ['name'], 'a collation by which different texts are equal'],
])('%s by %j is refused, and with it what was declared beside it', async (name, unit, message) => {
  const declaring = declareTables(database.pool, [
    { name: 'plain', unit: ['id'] },
    { name, unit },
  ]);
  await expect(declaring).rejects.toMatchObject({ code: 'MIRROR_REFUSED', message: expect.stringContaining(message) });
  expect(await declaredTables(database.pool)).toEqual([]);
});
