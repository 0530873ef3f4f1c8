import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseUrl } from '#testing/database-url.ts';
import { makeServersDirectory, removeServers } from '#testing/temporary-servers.ts';
import { Client } from 'pg';
import { startEmbedded } from '../../../postgres/index.ts';

/** A server of its own, which may be killed. */
export interface CrashingServer {
  /** Makes a database. @returns its address */
  create(name: string): Promise<string>;
  drop(name: string): Promise<void>;
  /** Kills the server, or one session of it, by SIGKILL: it recovers from its log. Waits until it answers again. */
  crash(whom: 'session' | 'server'): Promise<void>;
  remove(): Promise<void>;
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row | undefined> {
  const client = new Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows[0];
  } finally {
    await client.end();
  }
}

/** In its first moments the server may refuse, or not be there. */
async function untilItAnswers(url: string): Promise<void> {
  while ((await ask(url, 'SELECT').catch(() => 'no')) === 'no') await new Promise(setImmediate);
}

export async function startCrashingServer(): Promise<CrashingServer> {
  const directory = await makeServersDirectory();
  // Who does not wait for the disk loses much in a crash: the log is seldom written for them.
  const log = { wal_writer_delay: '10s', wal_writer_flush_after: '1GB' };
  const settings = { fsync: 'off', max_connections: '60', shared_buffers: '32MB', ...log };
  const server = await startEmbedded({ home: join(directory, 'server'), settings });
  const { url } = server;
  const startedAt = () => ask<{ at: string }>(url, 'SELECT pg_postmaster_start_time()::text AS at');
  return {
    async create(name) {
      await ask(url, `CREATE DATABASE ${name} TEMPLATE template0`);
      return databaseUrl(url, name);
    },
    async drop(name) {
      await ask(url, `DROP DATABASE ${name} WITH (FORCE)`);
    },
    async crash(whom) {
      if (whom === 'server') {
        const before = await startedAt();
        const [pid = ''] = (await readFile(join(server.dataDirectory, 'postmaster.pid'), 'utf8')).split('\n', 1);
        process.kill(Number(pid), 'SIGKILL');
        for (let now = before; now?.at === before?.at;) now = await startedAt().catch(() => before);
        return;
      }
      const client = new Client(url);
      client.on('error', () => {});
      await client.connect();
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const ended = new Promise((resolve) => client.once('end', resolve));
      process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
      await ended;
      await untilItAnswers(url);
    },
    async remove() {
      await server.stop();
      await removeServers(directory);
    },
  };
}
