import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startProxy } from '#testing/cuttable-proxy.ts';
import { createTestDatabase } from '#testing/database.ts';
import { runInDuckFile } from '#testing/duck-file.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentsOf } from './testing/contents.ts';

/** `npm run torture -- kill` has more. */
const rounds = Number(process.env.TORTURE_ROUNDS ?? 2);

const child = fileURLToPath(new URL('./testing/migrate-child.ts', import.meta.url));

/** Tables of several pieces and of one; one that is there before, in partitions; keys, an index, a sequence, a view. */
const source = [
  'CREATE SEQUENCE seq START 5',
  `CREATE TABLE small AS SELECT i::INTEGER AS id, 's' || i AS name FROM range(100) r(i)`,
  'CREATE TABLE parent (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL)',
  `INSERT INTO parent SELECT i, 'p' || i FROM range(5000) r(i)`,
  `CREATE TABLE big (id BIGINT PRIMARY KEY DEFAULT nextval('seq'), parent INTEGER REFERENCES parent(id), amount DECIMAL(12,2) CHECK (amount >= 0))`,
  `INSERT INTO big SELECT i, i % 5000, i / 100 FROM range(1000000) r(i)`,
  `CREATE TABLE sales AS SELECT DATE '2024-01-01' + (i % 120)::INTEGER AS day, i AS id FROM range(400000) r(i)`,
  'CREATE INDEX by_parent ON big(parent)',
  `COMMENT ON TABLE big IS 'big'`,
  'CREATE VIEW totals AS SELECT parent, sum(amount) AS total FROM big GROUP BY ALL',
];

const standing = `CREATE TABLE sales (day date NOT NULL, id bigint NOT NULL, PRIMARY KEY (day, id)) PARTITION BY RANGE (day);
  ${[1, 2, 3, 4].map((month) => `CREATE TABLE sales_${month} PARTITION OF sales FOR VALUES FROM ('2024-0${month}-01') TO ('2024-0${month + 1}-01')`).join(';')}`;

interface Attempt {
  readonly exitCode: number | null;
  readonly stderr: string;
  readonly seconds: number;
}

/** Runs a migration in a process of its own; `disturb` is called when it begins. */
async function attempt(args: readonly string[], disturb?: (kill: () => void) => void): Promise<Attempt> {
  const options = { execArgv: ['--import', 'tsx', '--conditions=source'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] };
  const running = fork(child, args, options as Parameters<typeof fork>[2]);
  let stderr = '';
  running.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await once(running, 'message');
  const started = performance.now();
  disturb?.(() => running.kill('SIGKILL'));
  const [exitCode] = (await once(running, 'close')) as [number | null];
  return { exitCode, stderr, seconds: (performance.now() - started) / 1000 };
}

const usage = 2;

/** Goes on until the migration is whole: with --resume, or from the start where nothing had been begun. */
async function bringToItsEnd(file: string, url: string): Promise<void> {
  let last = await attempt([file, url, '--resume']);
  if (last.exitCode === usage) last = await attempt([file, url]);
  expect(last, last.stderr).toMatchObject({ exitCode: 0 });
}

async function withDatabase<T>(
  work: (database: Awaited<ReturnType<typeof createTestDatabase>>) => Promise<T>,
): Promise<T> {
  const database = await createTestDatabase({ template: 'empty' });
  try {
    await database.pool.query(standing);
    return await work(database);
  } finally {
    await database.drop();
  }
}

describe('a migration that is cut short at a random moment and resumed', () => {
  let folder: string;
  let file: string;
  let whole: string[];
  let seconds: number;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fluxion-kill-'));
    file = join(folder, 'source.duckdb');
    await runInDuckFile(file, source);
    await withDatabase(async ({ url, pool }) => {
      const undisturbed = await attempt([file, url]);
      if (undisturbed.exitCode !== 0) throw new Error(undisturbed.stderr);
      seconds = undisturbed.seconds;
      whole = await contentsOf(pool);
    });
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const ways = {
    'kill -9': (kill: () => void) => kill(),
    'the network': (_: () => void, cut: () => void) => cut(),
  } as const;

  it.each(Array.from({ length: rounds }, (_, round) => [round, round % 2 === 1 ? 'the network' : 'kill -9'] as const))(
    'round %i, by %s',
    async (_, way) => {
      await withDatabase(async ({ url, pool }) => {
        const proxy = await startProxy(url);
        // Twice, so that a resumed run is cut short too.
        for (const args of [[], ['--resume']]) {
          const moment = Math.random() * seconds * 1000;
          await attempt([file, proxy.url, ...args], (kill) => setTimeout(() => ways[way](kill, proxy.cut), moment));
        }
        await bringToItsEnd(file, url);
        await proxy.close();
        expect(await contentsOf(pool)).toEqual(whole);
      });
    },
    120_000,
  );
});
