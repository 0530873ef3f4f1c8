import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventually } from '#testing/eventually.ts';
import { openPool } from '../index.ts';
import {
  dataDirectoryOf,
  killServer,
  readMark,
  serverPid,
  startHolder,
  startIn,
  provideEmbeddedHomes,
} from '../testing/embedded-homes.ts';

const homes = provideEmbeddedHomes();

describe('after kill -9', () => {
  test('of its only user the server goes on, and the next start joins and stops it', async () => {
    const home = await homes.copy('orphan');
    const killed = await startHolder(home);
    const pid = await serverPid(home);
    await killed.kill();
    const next = await startIn(home);
    expect(next.url).toBe(killed.url);
    expect(await serverPid(home)).toBe(pid);
    expect(await readMark(next.url)).toBe('made before');
    await next.stop();
    expect(await serverPid(home)).toBeUndefined();
  });

  test('of one of two users the other stops the server', async () => {
    const home = await homes.copy('one-of-two');
    const killed = await startHolder(home);
    const other = await startIn(home);
    await killed.kill();
    // The server ends the killed one's session at the latest when it notices that the connection is gone.
    const pool = openPool({ url: other.url, applicationName: 'fluxion-test' });
    await eventually(async () => {
      const leases = `SELECT count(*) FROM pg_stat_activity WHERE application_name = 'fluxion-lease'`;
      expect((await pool.query(leases)).rows).toEqual([{ count: '1' }]);
    });
    await pool.end();
    await other.stop();
    expect(await serverPid(home)).toBeUndefined();
  });

  test('of user and server the next start recovers what was committed', async () => {
    const home = await homes.copy('both');
    const user = await startHolder(home);
    const pool = openPool({ url: user.url, applicationName: 'fluxion-test' });
    await pool.query(`UPDATE mark SET text = 'committed'`);
    await user.kill();
    await killServer(home);
    await pool.end();
    const next = await startIn(home);
    expect(await readMark(next.url)).toBe('committed');
    await next.stop();
  });

  test('of the server its user starts it again on the same address', async () => {
    const home = await homes.copy('healed');
    const user = await startIn(home);
    const killed = await killServer(home);
    await eventually(async () => expect(await readMark(user.url)).toBe('made before'));
    expect(await serverPid(home)).not.toBe(killed);
    await user.stop();
    expect(await serverPid(home)).toBeUndefined();
  });

  test('of one of its sessions the server ends all, and its users take their leases again', async () => {
    const home = await homes.copy('session');
    const [first, second] = [await startIn(home), await startIn(home)];
    const pool = openPool({ url: first.url, applicationName: 'fluxion-test', max: 1 });
    const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    process.kill(rows[0]?.pid ?? Number.NaN, 'SIGKILL');
    await eventually(async () => {
      const leases = `SELECT count(*) FROM pg_stat_activity WHERE application_name = 'fluxion-lease'`;
      expect((await pool.query(leases)).rows).toEqual([{ count: '2' }]);
    });
    await first.stop();
    expect(await readMark(second.url)).toBe('made before');
    await pool.end();
    await second.stop();
    expect(await serverPid(home)).toBeUndefined();
  });

  test('of the server the next start ends the sessions that it left', async () => {
    const home = await homes.copy('sessions');
    const user = await startHolder(home);
    const pool = openPool({ url: user.url, applicationName: 'fluxion-test' });
    // Busy, not asleep: it does not notice that its server is gone.
    const busy = pool.query('SELECT count(*) FROM generate_series(1, 5e8)').catch((error: unknown) => error);
    await eventually(async () => {
      const active = `SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%generate_series(1, 5e8)' AND state = 'active'`;
      expect((await pool.query(active)).rows).toEqual([{ count: '1' }]);
    });
    await user.kill();
    await killServer(home);
    const next = await startIn(home);
    expect(await busy).toBeInstanceOf(Error);
    expect(await readMark(next.url)).toBe('made before');
    await pool.end();
    await next.stop();
  });
});

describe('a lock file', () => {
  test('that names a process which is another program by now does not stop the start, nor that program', async () => {
    const home = await homes.copy('reused');
    const user = await startHolder(home);
    await user.kill();
    await killServer(home);
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(other, 'spawn');
    const file = join(dataDirectoryOf(home), 'postmaster.pid');
    const [, ...rest] = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, [other.pid, ...rest].join('\n'));
    const next = await startIn(home);
    expect(await readMark(next.url)).toBe('made before');
    await next.stop();
    expect(other.exitCode).toBeNull();
    other.kill();
  });

  test('that a full disk left empty does not stop the start', async () => {
    const home = await homes.copy('empty-lock');
    const file = join(dataDirectoryOf(home), 'postmaster.pid');
    await writeFile(file, '');
    await utimes(file, new Date(0), new Date(0));
    const next = await startIn(home);
    expect(await readMark(next.url)).toBe('made before');
    await next.stop();
  });
});
