import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPool } from '@fluxion/engine/postgres';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { Terminal } from '../output/index.ts';
import { fluxionHere } from '../testing/fluxion-here.ts';
import { fluxion, isAlive, startFluxion } from '../testing/fluxion.ts';
import { withDatabase } from './with-database.ts';

// A database is made and servers are started, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

/** The embedded server is always the same one: once is enough. */
describe.runIf(inject('postgresVersion') === '18')('the embedded server', () => {
  /** The same for all tests: only the first of them has to make the database. */
  let home: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'fluxion-cli-'));
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  const up = () => startFluxion(['up', '--port', '0'], { FLUXION_HOME: join(home, 'data') });

  /** The process id of the running server, from the first line of its pid file. */
  async function serverProcess(): Promise<number> {
    return Number((await readFile(join(home, 'data/postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
  }

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

  it('answers at the URL that `fluxion url` prints while `fluxion up` runs, and stops with its Ctrl-C', async () => {
    const running = up();
    await running.printed(/Ctrl-C stops it/);
    const server = await serverProcess();
    expect(isAlive(server)).toBe(true);
    const { stdout, stderr } = await fluxion(['url'], { FLUXION_HOME: join(home, 'data') });
    expect(stderr).not.toContain('not running');
    const pool = openPool({ url: stdout.trim(), applicationName: 'test' });
    const { rows } = await pool.query('SELECT current_user AS who');
    await pool.end();
    expect(rows).toEqual([{ who: 'fluxion' }]);
    running.signal('SIGINT');
    expect(await running.ended).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/^Stopping \.\.\.$/m) });
    expect(isAlive(server)).toBe(false);
    const stopped = await fluxion(['url', '--json'], { FLUXION_HOME: join(home, 'data') });
    expect(JSON.parse(stopped.stdout)).toEqual({ url: stdout.trim(), embedded: true, running: false });
    expect(stopped.stderr).toContain('The server is not running now; `fluxion up` keeps it running.\n');
  });

  it('is not started where a database is given', async () => {
    const unused = join(home, 'unused');
    const environment = { FLUXION_HOME: unused, DATABASE_URL: inject('postgresUrl') };
    const { exitCode, stdout } = await fluxionHere(['url'], environment);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `${inject('postgresUrl')}\n` });
    await expect(access(unused)).rejects.toThrow('ENOENT');
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
