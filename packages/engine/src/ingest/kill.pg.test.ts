import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startProxy } from '#testing/cuttable-proxy.ts';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '../postgres/index.ts';
import type { DeliveryReport } from './report.ts';
import { contentsOf, contradictionsOf, storeDaysOf } from './testing/contents.ts';
import { loadFolders } from './testing/load-folders.ts';
import { addSmallDisk, canMount } from './testing/small-disk.ts';
import { storesSql, writeTrialFiles } from './testing/trial-files.ts';
import { startTrialServer, type TrialServer } from './testing/trial-server.ts';

/** `npm run torture -- load` has more. */
const rounds = Number(process.env['TORTURE_ROUNDS'] ?? 3);

const child = fileURLToPath(new URL('./testing/load-child.ts', import.meta.url));

/** Loads in a process of its own; `disturb` is called when it begins. */
async function attempt(args: readonly string[], disturb: (kill: () => void) => void): Promise<void> {
  const running = fork(child, args, { execArgv: ['--import', 'tsx', '--conditions=source'], silent: true });
  const closed = once(running, 'close');
  await Promise.race([once(running, 'message'), closed]);
  disturb(() => running.kill('SIGKILL'));
  await closed;
}

let server: TrialServer;
/** The second version's folders; the first is in every database. */
let folders: string[];
let whole: string[];
/** How long the second takes. */
let milliseconds: number;
/** Each store-day of sales in both its versions. */
let known: Set<string>;

beforeAll(async () => {
  server = await startTrialServer(async (pool, directory) => {
    await pool.query(storesSql);
    await loadFolders(pool, await writeTrialFiles(directory, 1));
  });
  folders = await writeTrialFiles(server.directory, 2);
  await server.withDatabase(async ({ pool }) => {
    const before = await storeDaysOf(pool);
    const started = performance.now();
    await loadFolders(pool, folders);
    milliseconds = performance.now() - started;
    whole = await contentsOf(pool);
    known = new Set([...before, ...(await storeDaysOf(pool))]);
  });
}, 120_000);
afterAll(() => server.remove());

/** What is there is of whole store-days, of one version or the other, and does not contradict itself. */
async function expectWholeUnits(pool: Pool): Promise<void> {
  expect((await storeDaysOf(pool)).filter((day) => !known.has(day))).toEqual([]);
  expect(await contradictionsOf(pool)).toEqual([]);
}

/** Loading again brings what an undisturbed load brings; and once more brings nothing. */
async function expectWhole(pool: Pool): Promise<void> {
  await expectWholeUnits(pool);
  await loadFolders(pool, folders);
  expect(await contentsOf(pool)).toEqual(whole);
  expect(await contradictionsOf(pool)).toEqual([]);
  expect((await loadFolders(pool, folders)).map(({ loaded }) => loaded)).toEqual(folders.map(() => 0));
}

describe('a load that is cut short at a random moment and run again', () => {
  const ways = ['kill -9', 'the network', 'the server'] as const;
  it.each(Array.from({ length: rounds }, (_, round) => [round, ways[round % ways.length]] as const))(
    'round %i, by %s',
    async (_, way) => {
      await server.withDatabase(async ({ url, pool }) => {
        const proxy = await startProxy(url);
        const moment = Math.random() * milliseconds;
        let disturbed: Promise<void> | undefined;
        await attempt([proxy.url, ...folders], (kill) => {
          const disturb = {
            'kill -9': kill,
            'the network': proxy.cut,
            'the server': () => (disturbed = server.kill()),
          };
          setTimeout(disturb[way ?? 'kill -9'], moment);
        });
        await disturbed;
        await proxy.close();
        await expectWhole(pool);
      });
    },
    120_000,
  );
});

/** Waits until the load sends sales lines, and gives the process id of the session that takes them in. */
async function copyingSession(pool: Pool, loading: Promise<unknown>): Promise<number> {
  let over = false;
  void loading.finally(() => (over = true));
  for (;;) {
    if (over) throw new Error('the load was over before it was seen to send lines');
    const { rows } = await pool.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY public.ventas_raw%' AND state = 'active'`,
    );
    if (rows[0]) return rows[0].pid;
  }
}

const messagesOf = (reports: readonly DeliveryReport[]) => reports.map(({ message }) => message ?? '').join(' ');

describe('a load that is stopped in the middle of COPY', () => {
  it('by its connection', async () => {
    await server.withDatabase(async ({ url, pool }) => {
      const proxy = await startProxy(url);
      const near = openPool({ url: proxy.url, applicationName: 'cut' });
      const loading = loadFolders(near, folders);
      await copyingSession(pool, loading);
      proxy.cut();
      expect(messagesOf(await loading)).toContain('The connection to the database was lost');
      await near.end();
      await proxy.close();
      await expectWhole(pool);
    });
  });

  it('by a limit of the server on the time of a statement', async () => {
    await server.withDatabase(async ({ pool }) => {
      const loading = loadFolders(pool, folders);
      await pool.query('SELECT pg_cancel_backend($1)', [await copyingSession(pool, loading)]);
      expect(messagesOf(await loading)).toContain('A statement was cancelled or took longer than the server allows');
      await expectWhole(pool);
    });
  });

  it.runIf(canMount)('by a full disk', async () => {
    const disk = await addSmallDisk(server);
    try {
      await server.withDatabase(async ({ pool }) => {
        await disk.fill();
        expect(messagesOf(await loadFolders(pool, folders))).toContain("The database server's disk is full: make room");
        await disk.makeRoom();
        await expectWhole(pool);
      }, `TABLESPACE ${disk.tablespace}`);
    } finally {
      await disk.remove();
    }
  });
});
