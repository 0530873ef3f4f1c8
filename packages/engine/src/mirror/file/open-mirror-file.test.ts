import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMirrorFile, type MirrorFile } from './index.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mirror-file-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const log: string[] = [];
const open = (name = 'chain') =>
  openMirrorFile({ folder, name, memoryLimit: '128MiB', threads: 2, log: (line) => log.push(line) });

/** What the sync writes first. */
async function begin(file: MirrorFile, snapshot = '10:10:') {
  const duck = await file.connect();
  await duck.run('CREATE SCHEMA fluxion_mirror; CREATE TABLE fluxion_mirror.applied (snapshot VARCHAR, time VARCHAR)');
  await duck.run('INSERT INTO fluxion_mirror.applied VALUES ($1, $2)', [snapshot, '2026-01-31T12:00:00Z']);
  return duck;
}

it('keeps what was written, and tells in which state it answers', async () => {
  const file = await open();
  expect(file.isNew).toBe(true);
  const duck = await begin(file);
  await duck.run('CREATE TABLE goods AS SELECT range AS id FROM range(10)');
  await file.close();

  const again = await open();
  expect(again).toMatchObject({ path: file.path, isNew: false });
  expect(await again.read('SELECT count(*) AS n FROM goods WHERE id >= CAST($1 AS BIGINT)', ['3'])).toEqual({
    rows: [{ n: '7' }],
    snapshot: '10:10:',
    time: '2026-01-31T12:00:00Z',
  });
  await again.discard();
  expect(existsSync(file.path)).toBe(false);
});

it('gives each opening of a process a file of its own', async () => {
  const files = await Promise.all([open(), open(), open('other')]);
  expect(files.map(({ path }) => path.split('/').at(-1))).toEqual([
    'chain-1.duckdb',
    'chain-2.duckdb',
    'other-1.duckdb',
  ]);
  for (const file of files) await file.discard();
});

it('reads beside a transaction that writes', async () => {
  const file = await open();
  const duck = await begin(file);
  await duck.run('CREATE TABLE goods AS SELECT range AS id FROM range(10)');
  await duck.run('BEGIN');
  await duck.run(`INSERT INTO goods SELECT * FROM range(300000)`);
  await duck.run(`UPDATE fluxion_mirror.applied SET snapshot = '11:11:'`);
  const count = 'SELECT count(*) AS n FROM goods';
  expect(await file.read(count, [])).toMatchObject({ rows: [{ n: '10' }], snapshot: '10:10:' });
  await duck.run('COMMIT');
  expect(await file.read(count, [])).toMatchObject({ rows: [{ n: '300010' }], snapshot: '11:11:' });
  await file.discard();
});
