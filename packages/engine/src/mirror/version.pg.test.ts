import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import type { Need } from '../base/index.ts';
import { declareTables, installNotes, openMirror, type Mirror } from './index.ts';

let database: TestDatabase;
let folder: string;
let mirror: Mirror;
const log = { info: () => {}, warn: () => {} };
const all: readonly Need[] = [{ table: 'sales' }];
const ofA: readonly Need[] = [{ table: 'sales', units: { shop: ['A'] } }];
const sell = (shop: string, day = '2024-01-05') => `INSERT INTO sales VALUES ('${shop}', '${day}', 1)`;

beforeAll(async () => {
  database = await createTestDatabase({ template: 'empty' });
  await database.pool.query(`
    CREATE TABLE sales (shop text NOT NULL, day date NOT NULL, amount int) PARTITION BY RANGE (day);
    CREATE TABLE sales_1 PARTITION OF sales FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
    CREATE TABLE sales_2 PARTITION OF sales FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
    CREATE TABLE items (code text PRIMARY KEY);
    ${sell('A')}; ${sell('B')}; ${sell('B', '2024-02-05')}; INSERT INTO items VALUES ('x')`);
  await installNotes(database.pool);
  await declareTables(database.pool, [
    { name: 'sales', unit: ['shop', 'day'] },
    { name: 'items', unit: [] },
  ]);
  folder = mkdtempSync(join(tmpdir(), 'fluxion-version-'));
  mirror = openMirror({ url: database.url, folder, name: 'version', rollups: [], log });
  await mirror.whenReady(AbortSignal.timeout(20_000));
});

afterAll(async () => {
  await mirror.close();
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

beforeEach(async () => {
  await mirror.sync();
  await mirror.whenReady(AbortSignal.timeout(20_000));
});

const { signal } = new AbortController();

function versionOf(needs: readonly Need[]): string {
  const version = mirror.version(needs);
  if (version === undefined) throw new Error('the copy is not whole');
  return version;
}

const isCurrent = (version: string, needs: readonly Need[]) => mirror.isCurrent(version, needs, signal);

describe('a version', () => {
  it('is current while nothing of it changes, whatever else does', async () => {
    const [a, whole] = [versionOf(ofA), versionOf(all)];
    expect(await isCurrent(a, ofA)).toBe(true);
    await database.pool.query(`${sell('B')}; INSERT INTO items VALUES (gen_random_uuid()::text)`);
    expect([await isCurrent(a, ofA), await isCurrent(whole, all)]).toEqual([true, false]);
  });

  it('stays what it was once the copy has followed', async () => {
    const [a, whole] = [versionOf(ofA), versionOf(all)];
    await database.pool.query(sell('B'));
    await mirror.sync();
    expect([await isCurrent(a, ofA), await isCurrent(whole, all)]).toEqual([true, false]);
    await database.pool.query(sell('A'));
    await mirror.sync();
    expect(await isCurrent(a, ofA)).toBe(false);
    expect(await isCurrent(versionOf(ofA), ofA)).toBe(true);
  });

  it('ends by the commit of a transaction that had begun before it', async () => {
    const client = await database.pool.connect();
    await client.query(`BEGIN; ${sell('A')}`);
    await mirror.sync();
    const version = versionOf(ofA);
    expect(await isCurrent(version, ofA)).toBe(true);
    await client.query('COMMIT');
    client.release();
    expect(await isCurrent(version, ofA)).toBe(false);
    await mirror.sync();
    expect(await isCurrent(version, ofA)).toBe(false);
  });

  it.each([
    ['TRUNCATE sales_2', true],
    ['ALTER TABLE sales DETACH PARTITION sales_2', true],
    [`ALTER TABLE sales ATTACH PARTITION sales_2 FOR VALUES FROM ('2024-02-01') TO ('2024-03-01')`, true],
    ['ALTER TABLE sales ADD COLUMN note text', true],
    ['ALTER TABLE items ADD COLUMN name text', false],
    ['VACUUM sales', false],
  ])('is ended by what leaves no notes: %s (%s)', async (statement, ends) => {
    const version = versionOf(all);
    await database.pool.query(statement);
    expect(await isCurrent(version, all)).toBe(!ends);
    await mirror.sync();
    expect(await isCurrent(version, all)).toBe(!ends);
  });

  it('is not current for a text that is none, of other needs, or of another database', async () => {
    const version = versionOf(ofA);
    expect(await isCurrent(version, [{ table: 'items' }])).toBe(false);
    const [snapshot = '', shape = ''] = version.split('|');
    for (const text of [
      '',
      'x',
      `${snapshot}|`,
      `|${shape}`,
      `${version}|x`,
      `999999999:999999999:|${shape}`,
      `1:1:|${shape}`,
    ]) {
      expect([text, await isCurrent(text, ofA)]).toEqual([text, false]);
    }
  });

  it('is none of a table that is not copied', () => {
    expect(mirror.version([{ table: 'sales' }, { table: 'nowhere' }])).toBeUndefined();
  });
});
