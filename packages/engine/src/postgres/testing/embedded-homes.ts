import { execFile, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { distributions } from '#testing/distributions.ts';
import { makeServersDirectory, removeServers } from '#testing/temporary-servers.ts';
import { afterAll, beforeAll, inject } from 'vitest';
import { findPostmaster, isServerOf, readPidFile } from '../embedded/cluster/postmaster.ts';
import { openPool, startEmbedded, type EmbeddedServer } from '../index.ts';

/** The programs of the PostgreSQL that the project tests on. */
export function distributionUnderTest(): string {
  return distributions[inject('postgresVersion')];
}

/** Homes below one temporary folder, all copies of one that was made and stopped. */
export interface EmbeddedHomes {
  readonly directory: string;
  /** A home with a database that holds the table `mark` with the one row 'made before'. */
  copy(name: string): Promise<string>;
}

interface RemovableHomes extends EmbeddedHomes {
  /** Ends every server below the folder, and removes it. */
  remove(): Promise<void>;
}

export function startIn(home: string, log: (line: string) => void = () => {}): Promise<EmbeddedServer> {
  return startEmbedded({ home, distribution: distributionUnderTest(), settings: { fsync: 'off' }, log });
}

export function dataDirectoryOf(home: string): string {
  return join(home, 'postgres');
}

/** The process id of the home's running server; undefined if none runs. */
export async function serverPid(home: string): Promise<number | undefined> {
  return (await findPostmaster(dataDirectoryOf(home)))?.pid;
}

/** Kills the home's server with SIGKILL, and waits until it is gone; its postmaster.pid stays. */
export async function killServer(home: string): Promise<number> {
  const dataDirectory = dataDirectoryOf(home);
  const pid = (await readPidFile(dataDirectory))?.pid;
  if (pid === undefined) throw new Error(`no server runs in ${home}`);
  process.kill(pid, 'SIGKILL');
  while (await isServerOf(pid, dataDirectory)) await new Promise(setImmediate);
  return pid;
}

/** What the table `mark` holds, asked over a connection of its own. */
export async function readMark(url: string): Promise<string | undefined> {
  const pool = openPool({ url, applicationName: 'fluxion-test', max: 1 });
  try {
    return (await pool.query<{ text: string }>('SELECT text FROM mark')).rows[0]?.text;
  } finally {
    await pool.end();
  }
}

async function createEmbeddedHomes(): Promise<RemovableHomes> {
  const directory = await makeServersDirectory();
  const original = join(directory, 'original');
  const server = await startIn(original);
  const pool = openPool({ url: server.url, applicationName: 'fluxion-test' });
  await pool.query(`CREATE TABLE mark AS SELECT 'made before' AS text`);
  await pool.end();
  await server.stop();
  return {
    directory,
    copy: async (name) => {
      const home = join(directory, name);
      await promisify(execFile)('cp', ['-a', original, home]);
      return home;
    },
    remove: () => removeServers(directory),
  };
}

/** The homes of the calling test file: created before its tests, removed after them. Usable only while tests run. */
export function provideEmbeddedHomes(): EmbeddedHomes {
  let created: RemovableHomes | undefined;
  beforeAll(async () => {
    created = await createEmbeddedHomes();
  });
  afterAll(() => created?.remove());
  const homes = (): RemovableHomes => {
    if (created === undefined) throw new Error('the homes exist only while tests run');
    return created;
  };
  return {
    get directory() {
      return homes().directory;
    },
    copy: (name) => homes().copy(name),
  };
}

/** Another process that uses the home's server. */
export interface Holder {
  readonly process: ChildProcess;
  readonly url: string;
  /** Asks it to stop in order, and waits for its end; gives back its exit code. */
  stop(): Promise<number | null>;
  /** Kills it with SIGKILL, and waits for its end. */
  kill(): Promise<void>;
}

export function spawnHolder(home: string, options: SpawnOptions = {}, then = 'stay'): ChildProcess {
  const script = join(import.meta.dirname, 'hold-server.ts');
  return spawn(process.execPath, ['--import', 'tsx', script, home, distributionUnderTest(), then], {
    cwd: import.meta.dirname,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...options,
  });
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null || child.stderr === null) throw new Error('the process must be spawned with pipes');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error(`the process ended before its server was there: ${said}`);
}

/** Starts the process, and waits until it has the server. */
export async function startHolder(home: string, options: SpawnOptions = {}): Promise<Holder> {
  const child = spawnHolder(home, options);
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const url = await firstLine(child);
  return {
    process: child,
    url,
    stop: async () => {
      child.stdin?.end();
      return (await exited)[0];
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Everything that the home's server has logged. */
export function readServerLog(home: string): Promise<string> {
  return readFile(join(home, 'postgres.log'), 'utf8');
}
