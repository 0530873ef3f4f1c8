import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseUrl } from '#testing/database-url.ts';
import { makeServersDirectory, removeServers } from '#testing/temporary-servers.ts';
import type { Pool } from 'pg';
import { migrateSchema, openPool, startEmbedded } from '../../postgres/index.ts';

export interface TrialDatabase {
  readonly url: string;
  readonly pool: Pool;
}

/** A server that may be killed, with databases that are copies of one. */
export interface TrialServer {
  /** A folder that goes with the server. */
  readonly directory: string;
  readonly dataDirectory: string;
  readonly url: string;
  /** Runs statements beside the databases. */
  query(...statements: readonly string[]): Promise<void>;
  /** Works with a new copy, which `options` (of CREATE DATABASE) may put elsewhere. */
  withDatabase<T>(work: (database: TrialDatabase) => Promise<T>, options?: string): Promise<T>;
  signal(signal: NodeJS.Signals): Promise<void>;
  /** Kills the server with SIGKILL, and waits until it answers again. */
  kill(): Promise<void>;
  remove(): Promise<void>;
}

const applicationName = 'fluxion-trial';

async function using<T>(url: string, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = openPool({ url, applicationName });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

async function untilItAnswers(url: string): Promise<void> {
  for (;;) {
    const answered = await using(url, (pool) => pool.query('SELECT').catch(() => undefined));
    if (answered) return;
  }
}

/** Starts a server with a chain that `prepare` fills; it is also given the server's folder. */
export async function startTrialServer(
  prepare: (pool: Pool, directory: string) => Promise<void>,
): Promise<TrialServer> {
  const directory = await makeServersDirectory();
  const home = join(directory, 'server');
  const server = await startEmbedded({ home, settings: { fsync: 'off' }, log: () => {} });
  const urlOf = (database: string) => databaseUrl(server.url, database);
  const query = (...statements: readonly string[]) =>
    using(server.url, async (pool) => {
      for (const statement of statements) await pool.query(statement);
    });
  const signal = async (name: NodeJS.Signals) => {
    const [pid = ''] = (await readFile(join(server.dataDirectory, 'postmaster.pid'), 'utf8')).split('\n', 1);
    process.kill(Number(pid), name);
  };
  const remove = async () => {
    await server.stop();
    await removeServers(directory);
  };
  try {
    await query('CREATE DATABASE prepared');
    await using(urlOf('prepared'), async (pool) => {
      await migrateSchema(pool);
      await prepare(pool, directory);
    });
  } catch (error) {
    await remove();
    throw error;
  }
  let databases = 0;
  return {
    directory,
    dataDirectory: server.dataDirectory,
    url: server.url,
    query,
    async withDatabase(work, options = '') {
      const name = `trial_${databases++}`;
      // Copied by way of the log, sequences would go back in it when the server is killed.
      await query(`CREATE DATABASE ${name} TEMPLATE prepared STRATEGY file_copy ${options}`);
      try {
        return await using(urlOf(name), (pool) => work({ url: urlOf(name), pool }));
      } finally {
        await query(`DROP DATABASE ${name} WITH (FORCE)`);
      }
    },
    signal,
    async kill() {
      await signal('SIGKILL');
      await untilItAnswers(server.url);
    },
    remove,
  };
}
