import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMirrorFile } from './index.ts';
import { beginMirror } from './testing/begin-mirror.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mirror-file-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const log: string[] = [];
const open = (name = 'chain') =>
  openMirrorFile({ folder, name, memoryLimit: '128MiB', threads: 2, log: (line) => log.push(line) });

it('keeps what was written, and tells in which state it answers', async () => {
  const file = await open();
  expect(file.isNew).toBe(true);
  (await beginMirror(file)).closeSync();
  await file.close();

  const again = await open();
  expect(again).toMatchObject({ path: file.path, isNew: false });
  expect(await again.read('SELECT count(*) AS n FROM goods WHERE id >= CAST($1 AS BIGINT)', ['3'])).toEqual({
    rows: [{ n: '7' }],
    snapshot: '0',
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
  const duck = await beginMirror(file);
  await duck.run('BEGIN');
  await duck.run(`INSERT INTO goods SELECT range, 1, 'more' FROM range(300000)`);
  await duck.run(`UPDATE fluxion_mirror.applied SET snapshot = '1'`);
  const count = 'SELECT count(*) AS n FROM goods';
  expect(await file.read(count, [])).toMatchObject({ rows: [{ n: '10' }], snapshot: '0' });
  await duck.run('COMMIT');
  expect(await file.read(count, [])).toMatchObject({ rows: [{ n: '300010' }], snapshot: '1' });
  await file.discard();
});

it('takes its log in when it is told to, beside a read', async () => {
  const file = await open();
  const duck = await beginMirror(file, 1000);
  const written = statSync(file.path).size;
  await file.checkpoint();
  expect(statSync(file.path).size).toBe(written);
  await Promise.all([file.checkpoint(true), file.read('SELECT count(*) FROM goods', [])]);
  expect(statSync(file.path).size).toBeGreaterThan(written);
  await duck.run('DELETE FROM goods');
  await file.discard();
});

/** Runs for hours unless it is ended. */
const endless = 'SELECT count(*) FROM range(3000000) a, range(3000000) b WHERE (a.range * b.range) % 7 = 3';

it('ends a read with its signal, and goes on with others', async () => {
  const file = await open();
  await beginMirror(file);
  const gone = new Error('the client has gone');
  const stop = new AbortController();
  const reads = [1, 2, 3, 4].map(() => file.read(endless, [], stop.signal));
  const first = file.read('SELECT 1 AS x', []);
  stop.abort(gone);
  const ends = await Promise.allSettled(reads);
  expect(ends).toEqual(ends.map(() => ({ status: 'rejected', reason: gone })));
  expect(await first).toMatchObject({ rows: [{ x: '1' }] });
  await expect(file.read('SELECT 1', [], AbortSignal.abort(gone))).rejects.toBe(gone);
  await file.discard();
});

it('refuses more reads than may wait, and ends all when it is closed', async () => {
  const file = await open();
  await beginMirror(file);
  const reads = Array.from({ length: 103 }, () => file.read(endless, []).catch((error: unknown) => error));
  expect(await reads.at(-1)).toMatchObject({ code: 'MIRROR_BUSY' });
  await file.discard();
  const ends = await Promise.all(reads.slice(0, -1));
  expect(ends).toEqual(ends.map(() => expect.objectContaining({ message: 'The mirror is closed.' })));
  await expect(file.read('SELECT 1', [])).rejects.toMatchObject({ code: 'MIRROR_BEHIND' });
});

it('goes on after a statement that fails, and stays in its file', async () => {
  const file = await open();
  await expect(file.read('SELECT 1', [])).rejects.toThrow('fluxion_mirror');
  const duck = await beginMirror(file);
  await expect(file.read('SELECT * FROM nothing', [])).rejects.toThrow('nothing');
  await expect(file.read('DELETE FROM goods', [])).rejects.toThrow('read-only');
  await expect(file.read(`SELECT * FROM read_text('${file.path}.lock')`, [])).rejects.toThrow('disabled');
  await expect(duck.run(`SET memory_limit = '4GB'`)).rejects.toThrow('locked');
  expect(await file.read('SELECT count(*) AS n FROM goods', [])).toMatchObject({ rows: [{ n: '10' }] });
  await file.discard();
});
