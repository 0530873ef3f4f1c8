import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '#testing/damage/random.ts';
import { runInDuckFile } from '#testing/duck-file.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { isFullDisk } from './failures.ts';
import { isDamage, isInvalidated, openMirrorFile, type MirrorFile } from './index.ts';
import { beginMirror, moveOn, wholeState } from './testing/begin-mirror.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const rows = 5000;
const folder = mkdtempSync(join(tmpdir(), 'fluxion-mirror-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const log: string[] = [];
const openIn = (place: string) =>
  openMirrorFile({ folder: place, name: 'chain', memoryLimit: '128MiB', log: (line) => log.push(line) });

/** A file, and the log of what came after its checkpoint. */
let sound: { file: Buffer; log: Buffer };
beforeAll(async () => {
  const file = await openIn(join(folder, 'sound'));
  const duck = await beginMirror(file, rows);
  await file.checkpoint(true);
  await moveOn(duck, 1);
  await moveOn(duck, 2);
  // As a crash leaves them.
  sound = { file: readFileSync(file.path), log: readFileSync(`${file.path}.wal`) };
  await file.discard();
});

let number = 0;

/** Opens a file and its log in a folder of their own. */
async function opened(file: Buffer, wal: Buffer | undefined): Promise<MirrorFile> {
  number += 1;
  const place = join(folder, String(number));
  mkdirSync(place);
  writeFileSync(join(place, 'chain-1.duckdb'), file);
  if (wal) writeFileSync(join(place, 'chain-1.duckdb.wal'), wal);
  return openIn(place);
}

/** What comes of it: the file's state, or how its damage is noticed. */
async function outcome(file: Buffer, wal: Buffer | undefined): Promise<string> {
  const mirror = await opened(file, wal);
  try {
    return mirror.isNew ? 'new' : String(await wholeState(mirror, rows));
  } catch (error) {
    if (isDamage(error)) return 'damage';
    throw error;
  } finally {
    await mirror.discard();
  }
}

function changed(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x5a;
  return copy;
}

const random = seededRandom(5);
const place = (bytes: Buffer) => random(bytes.length);

it('has all its states, with its log and without', async () => {
  expect(await outcome(sound.file, sound.log)).toBe('2');
  expect(await outcome(sound.file, undefined)).toBe('0');
});

it('is noticed, or does no harm, wherever a byte of the file is changed', async () => {
  const outcomes = [];
  for (let trial = 0; trial < 12; trial++) {
    outcomes.push(await outcome(changed(sound.file, place(sound.file)), undefined));
  }
  expect(outcomes.filter((it) => !['0', 'new', 'damage'].includes(it))).toEqual([]);
  expect(outcomes).toContain('damage');
});

it('is noticed where the file ends too early', async () => {
  const outcomes = [];
  for (const bytes of [0, 100, 4096, 12_288, sound.file.length >> 1]) {
    outcomes.push(await outcome(sound.file.subarray(0, bytes), undefined));
  }
  expect(outcomes.filter((it) => !['new', 'damage'].includes(it))).toEqual([]);
});

it('leaves an earlier whole state, or none, where the log is changed or ends too early', async () => {
  const logs = Array.from({ length: 5 }, () => changed(sound.log, place(sound.log)));
  logs.push(...Array.from({ length: 5 }, () => sound.log.subarray(0, place(sound.log))));
  const outcomes = [];
  for (const wal of logs) outcomes.push(await outcome(sound.file, wal));
  expect(outcomes.filter((it) => !['0', '1', '2', 'new', 'damage'].includes(it))).toEqual([]);
});

it('is built anew where there is something that is no database', async () => {
  expect(await outcome(Buffer.from('ubicacion,fecha\n'), undefined)).toBe('new');
  expect(log.at(-1)).toContain('cannot be used and is built anew');
});

it("leaves somebody else's database alone", async () => {
  const others = join(folder, 'others');
  mkdirSync(others);
  const path = join(others, 'chain-1.duckdb');
  await runInDuckFile(path, ['CREATE TABLE precious AS SELECT 1 AS x', 'CHECKPOINT']);
  const before = statSync(path).size;
  const mirror = await openIn(others);
  expect(mirror.path.endsWith('chain-2.duckdb')).toBe(true);
  await mirror.discard();
  expect(statSync(path).size).toBe(before);
  expect(existsSync(`${path}.opening`)).toBe(false);
});

it('tells in one sentence where it cannot be', async () => {
  const path = join(folder, 'file');
  writeFileSync(path, '');
  const message = `The mirror cannot be kept in ${path}: this user may not write there. Change the permissions, or choose another folder.`;
  await expect(openIn(path)).rejects.toMatchObject({ code: 'MIRROR_UNWRITABLE', message });
  await expect(openIn(join(path, 'below'))).rejects.toMatchObject({ code: 'MIRROR_UNWRITABLE' });
});

it('tells damage from what else DuckDB says', () => {
  const checksum =
    'IO Error: Corrupt database file: computed checksum 1 does not match stored checksum 2 in block at location 3';
  const full = 'IO Error: Could not write file "x": No space left on device';
  const memory = 'Out of Memory Error: failed to pin block of size 256.0 KiB (128.0 MiB/128.0 MiB used)';
  const data = `Conversion Error: Could not convert string 'corrupt' to INT32`;
  const givenUp = `FATAL Error: Failed: database has been invalidated because of a previous fatal error. Original error: "${full}"`;
  const kinds = (text: string) => [isDamage, isFullDisk, isInvalidated].map((is) => is(new Error(text)));
  expect(kinds(checksum)).toEqual([true, false, false]);
  expect(kinds(full)).toEqual([false, true, false]);
  expect(kinds(memory)).toEqual([false, false, false]);
  expect(kinds(data)).toEqual([false, false, false]);
  expect(kinds(givenUp)).toEqual([false, true, true]);
});
