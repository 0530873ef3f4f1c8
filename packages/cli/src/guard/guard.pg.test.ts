import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { createDuckFile } from '#testing/duck-file.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fluxion, isAlive, startFluxion } from '../testing/fluxion.ts';

vi.setConfig({ testTimeout: 120_000 });

let database: TestDatabase;
let home: string;
let file: string;
beforeEach(async () => {
  database = await createTestDatabase({ template: 'empty' });
  home = await mkdtemp(join(tmpdir(), 'fluxion-guard-'));
  // The second table takes long enough to be met at it.
  file = await createDuckFile([
    'CREATE TABLE a_few AS SELECT i FROM range(10) r(i)',
    `CREATE TABLE many AS SELECT i, 'text ' || i AS text FROM range(1500000) r(i)`,
  ]);
});
afterEach(async () => {
  await database.drop();
  await rm(home, { recursive: true, force: true });
});

const environment = () => ({ DATABASE_URL: database.url, FLUXION_HOME: home });

/** Starts a migration and waits until it is at its second table. */
async function atWork() {
  const running = startFluxion(['migrate', file, '--json'], environment());
  await running.printed(/^a_few: /m);
  const guarded = childOf(running.processId);
  expect(guarded).toBeGreaterThan(0);
  return { ...running, guarded };
}

/** The process that runs the same program for the one that was started. */
function childOf(processId: number): number {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const child = new RegExp(String.raw`^\s*(\d+)\s+${processId}\s.*main\.(?:ts|js)`, 'm').exec(processes);
  return Number(child?.[1]);
}

it('tells a crash of the native code, and where it was', async () => {
  const { ended, guarded } = await atWork();
  process.kill(guarded, 'SIGSEGV');
  const { exitCode, stdout, stderr } = await ended;
  expect(exitCode).toBe(4);
  const { error } = JSON.parse(stdout);
  expect(error.code).toBe('SOURCE_CRASHED');
  expect(error.message).toMatch(/crashed \(SIGSEGV\) while it read .*chain\.duckdb/);
  expect(stderr.match(/^fluxion: /gm)).toHaveLength(1);
});

it.each([
  ['the terminal, to all of its processes', true],
  ['another process, to the one that was started', false],
])('is interrupted by %s: once, and in order', async (_title, toGroup) => {
  const { ended, guarded, signal, processId } = await atWork();
  if (toGroup) signal('SIGINT');
  else process.kill(processId, 'SIGTERM');
  const { exitCode, stderr } = await ended;
  expect(exitCode).toBe(130);
  expect(stderr.match(/^Stopping \.\.\.$/gm)).toHaveLength(1);
  expect(stderr.match(/^fluxion: Interrupted/gm)).toHaveLength(1);
  expect(isAlive(guarded)).toBe(false);
});

it('leaves nothing running when it is killed, and goes on afterwards', async () => {
  const { ended, guarded, processId } = await atWork();
  process.kill(processId, 'SIGKILL');
  await ended;
  await vi.waitUntil(() => !isAlive(guarded), { timeout: 60_000 });
  const resumed = await fluxion(['migrate', file, '--json', '--resume'], environment());
  expect(resumed).toMatchObject({ exitCode: 0 });
  const { rows } = await database.pool.query('SELECT count(*)::int AS rows, count(DISTINCT i)::int AS apart FROM many');
  expect(rows).toEqual([{ rows: 1_500_000, apart: 1_500_000 }]);
});
