import { once } from 'node:events';
import { cp, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { checkServer, openPool } from '../index.ts';
import {
  readMark,
  readServerLog,
  serverPid,
  spawnHolder,
  startHolder,
  startIn,
  provideEmbeddedHomes,
} from '../testing/embedded-homes.ts';

const homes = provideEmbeddedHomes();

describe('an embedded server', () => {
  test('is made, in a folder of any name, as an ordinary role in UTF-8 and UTC', async () => {
    const home = join(homes.directory, `año "x" $HOME 'y' 漢字`, 'deeper');
    const said: string[] = [];
    const server = await startIn(home, (line) => said.push(line));
    const pool = openPool({ url: server.url, applicationName: 'fluxion-test' });
    expect(await checkServer(pool)).toMatchObject({ version: server.version });
    const { rows } = await pool.query(
      `SELECT current_user AS role, rolsuper AS super, current_setting('server_encoding') AS encoding,
              current_setting('timezone') AS zone, pg_get_userbyid(datdba) AS owner
         FROM pg_database, pg_roles WHERE datname = current_database() AND rolname = current_user`,
    );
    expect(rows).toEqual([{ role: 'fluxion', super: false, encoding: 'UTF8', zone: 'UTC', owner: 'fluxion' }]);
    await pool.end();
    await server.stop();
    expect(server.version).toMatch(new RegExp(`^${inject('postgresVersion')}\\.`));
    expect(await serverPid(home)).toBeUndefined();
    expect(said[0]).toContain('Making a new PostgreSQL');
  });

  test('keeps its data, its address and its password over a stop, and shows the password to nobody', async () => {
    const home = await homes.copy('restart');
    const first = await startIn(home);
    await first.stop();
    const second = await startIn(home);
    expect(second.url).toBe(first.url);
    expect(await readMark(second.url)).toBe('made before');
    await second.stop();
    expect((await stat(join(home, 'postgres.password'))).mode & 0o777).toBe(0o600);
    expect(await readServerLog(home)).not.toContain((await readFile(join(home, 'postgres.password'), 'utf8')).trim());
  });

  test('takes another port while a program holds its own', async () => {
    const home = await homes.copy('port');
    const first = await startIn(home);
    await first.stop();
    const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
    await once(squatter, 'listening');
    const second = await startIn(home);
    squatter.close();
    expect(second.url).not.toBe(first.url);
    expect(await readMark(second.url)).toBe('made before');
    await second.stop();
  });

  test('stops when the last of its users stops, and not before', async () => {
    const home = await homes.copy('shared');
    const first = await startIn(home);
    const said: string[] = [];
    const second = await startIn(home, (line) => said.push(line));
    const third = await startHolder(home);
    expect([second.url, third.url]).toEqual([first.url, first.url]);
    expect(said.join('\n')).toContain('already running');
    await first.stop();
    await first.stop();
    expect(await readMark(second.url)).toBe('made before');
    await second.stop();
    expect(await readMark(third.url)).toBe('made before');
    expect(await third.stop()).toBe(0);
    expect(await serverPid(home)).toBeUndefined();
  });

  test('outlives a Ctrl-C of the terminal until its user stops it in order', async () => {
    const home = await homes.copy('interrupt');
    const holder = await startHolder(home, { detached: true });
    const pid = holder.process.pid ?? Number.NaN;
    const exited = once(holder.process, 'exit');
    // As a terminal does: to the whole process group.
    process.kill(-pid, 'SIGINT');
    expect(await exited).toEqual([0, null]);
    expect(await serverPid(home)).toBeUndefined();
    const log = await readServerLog(home);
    expect(log.match(/received fast shutdown request/g)).toHaveLength(2);
    expect(log.trimEnd().endsWith('database system is shut down')).toBe(true);
  });

  test('does not keep a process alive that forgets it, and is there for the next', async () => {
    const home = await homes.copy('forgotten');
    const forgetful = spawnHolder(home, {}, 'leave');
    expect(await once(forgetful, 'exit')).toEqual([0, null]);
    const left = await serverPid(home);
    expect(left).toBeDefined();
    const next = await startIn(home);
    expect(await serverPid(home)).toBe(left);
    await next.stop();
    expect(await serverPid(home)).toBeUndefined();
  });

  test('is not taken for that of a copy of its folder', async () => {
    const home = await homes.copy('copied');
    const original = await startIn(home);
    const pool = openPool({ url: original.url, applicationName: 'fluxion-test' });
    await pool.query('CHECKPOINT');
    // The copy's lock file names the original's process, and its port. A copy by root belongs to root.
    const copyHome = join(homes.directory, 'copy');
    await cp(home, copyHome, { recursive: true });
    const copy = await startIn(copyHome);
    expect(copy.url).not.toBe(original.url);
    await copy.stop();
    await pool.query(`UPDATE mark SET text = 'still there'`);
    await pool.end();
    expect(await readMark(original.url)).toBe('still there');
    await original.stop();
  });
});
