import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPool } from '@fluxion/engine/postgres';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { Terminal } from '../output/index.ts';
import { fluxion, isAlive, startFluxion } from '../testing/fluxion.ts';
import { withDatabase } from './with-database.ts';

// A database is made and servers are started, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

/** The embedded server is always the same one: once is enough. */
describe.runIf(inject('postgresVersion') === '18')('the embedded server', () => {
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'fluxion-cli-'));
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  const up = () => startFluxion(['up', '--port', '0'], { FLUXION_HOME: join(home, 'data') });

  /** The process id of the running server, from the first line of its pid file. */
  async function serverProcess(): Promise<number> {
    return Number((await readFile(join(home, 'data/postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
  }

  it('stops with the Ctrl-C that stops fluxion', async () => {
    const running = up();
    await running.printed(/Ctrl-C stops it/);
    const server = await serverProcess();
    expect(isAlive(server)).toBe(true);
    running.signal('SIGINT');
    expect(await running.ended).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/^Stopping \.\.\.$/m) });
    expect(isAlive(server)).toBe(false);
  });

  it('is taken over by the next start after a kill, and stopped at its end', async () => {
    const killed = up();
    await killed.printed(/Ctrl-C stops it/);
    const server = await serverProcess();
    killed.signal('SIGKILL');
    expect((await killed.ended).exitCode).toBeNull();
    expect(isAlive(server)).toBe(true);
    const next = up();
    await next.printed(/Ctrl-C stops it/);
    expect(await serverProcess()).toBe(server);
    next.signal('SIGINT');
    expect((await next.ended).exitCode).toBe(0);
    expect(isAlive(server)).toBe(false);
  });

  it('is started again after it and fluxion were killed together', async () => {
    const killed = up();
    await killed.printed(/Ctrl-C stops it/);
    const server = await serverProcess();
    killed.signal('SIGKILL');
    process.kill(server, 'SIGKILL');
    await killed.ended;
    const next = up();
    await next.printed(/Ctrl-C stops it/);
    expect(await serverProcess()).not.toBe(server);
    next.signal('SIGINT');
    expect((await next.ended).exitCode).toBe(0);
  });

  it('answers at the URL that `fluxion url` prints while `fluxion up` runs', async () => {
    const running = up();
    await running.printed(/Ctrl-C stops it/);
    const { stdout, stderr } = await fluxion(['url'], { FLUXION_HOME: join(home, 'data') });
    expect(stderr).not.toContain('not running');
    const pool = openPool({ url: stdout.trim(), applicationName: 'test' });
    const { rows } = await pool.query('SELECT current_user AS who');
    await pool.end();
    expect(rows).toEqual([{ who: 'fluxion' }]);
    running.signal('SIGINT');
    await running.ended;
    const stopped = await fluxion(['url', '--json'], { FLUXION_HOME: join(home, 'data') });
    expect(JSON.parse(stopped.stdout)).toEqual({ url: stdout.trim(), embedded: true, running: false });
    expect(stopped.stderr).toContain('The server is not running now; `fluxion up` keeps it running.\n');
  });

  it('is not started where a database is given', async () => {
    const { exitCode, stdout } = await fluxion(['url'], {
      FLUXION_HOME: join(home, 'data'),
      DATABASE_URL: inject('postgresUrl'),
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `${inject('postgresUrl')}\n` });
    await expect(access(join(home, 'data'))).rejects.toThrow('ENOENT');
  });
});

it('opens as many connections at once as the work was said to need', async () => {
  const silent = { write: () => true };
  const context = {
    options: { database: inject('postgresUrl'), home: '', json: false, help: false },
    signal: new AbortController().signal,
    terminal: new Terminal({ stdout: silent, stderr: silent, json: false }),
  };
  const taken = await withDatabase(
    context,
    async ({ pool }) => {
      const clients = await Promise.all(Array.from({ length: 12 }, () => pool.connect()));
      for (const client of clients) client.release();
      return clients.length;
    },
    { max: 12 },
  );
  expect(taken).toBe(12);
});
