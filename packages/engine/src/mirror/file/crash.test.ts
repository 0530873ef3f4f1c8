import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openMirrorFile } from './index.ts';
import { beginMirror, wholeState } from './testing/begin-mirror.ts';

vi.setConfig({ testTimeout: 60_000 });

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fluxion-mirror-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const log: string[] = [];
const open = (folder: string) =>
  openMirrorFile({ folder, name: 'chain', memoryLimit: '128MiB', log: (line) => log.push(line) });

interface Written {
  readonly path: string;
  readonly state: number;
}

/** A process that writes; it comes to its end with the test at the latest. */
function writer(folder: string, rows: number): ChildProcess {
  const program = fileURLToPath(new URL('testing/keep-writing.ts', import.meta.url));
  const child = fork(program, [folder, String(rows)], { execArgv: ['--import', 'tsx', '--conditions=source'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** Kills the writer as soon as it has committed so many states; what it said last. */
async function killAfter(child: ChildProcess, states: number): Promise<Written> {
  let last: Written = { path: '', state: 0 };
  let told = 0;
  child.on('message', (written: Written) => {
    last = written;
    told += 1;
    if (told > states) child.kill('SIGKILL');
  });
  await once(child, 'exit');
  return last;
}

it('is whole, and has what was committed, after its process was killed while it wrote', async () => {
  const folder = newFolder();
  // More than one row group, so that some are written before the commit.
  const rows = 130_000;
  for (const states of [1, 4]) {
    const last = await killAfter(writer(folder, rows), states);
    const file = await open(folder);
    expect(file).toMatchObject({ path: last.path, isNew: false });
    expect(await wholeState(file, rows)).toBeGreaterThanOrEqual(last.state);
    await file.close();
  }
});

it('is another file for each process', async () => {
  const folder = newFolder();
  const other = writer(folder, 10);
  const [written] = await once(other, 'message');
  const file = await open(folder);
  expect([written.path, file.path].map((path) => path.slice(-'N.duckdb'.length))).toEqual(['1.duckdb', '2.duckdb']);
  await file.discard();
  other.kill('SIGKILL');
  await once(other, 'exit');
  const again = await open(folder);
  expect(again).toMatchObject({ path: written.path, isNew: false });
  await again.close();
});

it('is built anew if opening it ended the process, and what was spilled is removed', async () => {
  const folder = newFolder();
  const file = await open(folder);
  await beginMirror(file);
  await file.close();
  expect(existsSync(`${file.path}.opening`)).toBe(false);

  mkdirSync(`${file.path}.tmp`);
  const left = join(`${file.path}.tmp`, 'duckdb_temp_storage_DEFAULT-0.tmp');
  writeFileSync(left, 'left');
  const sound = await open(folder);
  expect(sound.isNew).toBe(false);
  expect(existsSync(left)).toBe(false);
  await sound.close();

  writeFileSync(`${file.path}.opening`, '');
  const again = await open(folder);
  expect(again).toMatchObject({ path: file.path, isNew: true });
  expect(log.at(-1)).toContain('ended the process that opened it last');
  expect(existsSync(`${file.path}.opening`)).toBe(false);
  await again.close();
});
