import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isEmpty } from '../fill/is-empty.ts';
import { fluxionHere } from '../testing/fluxion-here.ts';
import { fluxion, startFluxion } from '../testing/fluxion.ts';

// Several programs, one after another, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

let database: TestDatabase;
let home: string;
beforeEach(async () => {
  database = await createTestDatabase({ template: 'fluxion' });
  home = await mkdtemp(join(tmpdir(), 'fluxion-cli-'));
});
afterEach(async () => {
  await database.drop();
  await rm(home, { recursive: true, force: true });
});

const environment = () => ({ DATABASE_URL: database.url, FLUXION_HOME: home });
/** Enough that the first table is in long before the last. */
const manyRows = ['demo', '--rows', '100_000'];
const firstTable = /^ubicaciones: /m;

async function salesLines(): Promise<number> {
  const { rows } = await database.pool.query<{ lines: number }>('SELECT count(*)::int AS lines FROM ventas_raw');
  return rows[0]?.lines ?? 0;
}

it('fills an empty database, leaves no temporary file, and refuses one that is not empty', async () => {
  const filled = await fluxion(['demo', '--rows', '2000', '--json'], environment());
  expect(filled.exitCode).toBe(0);
  expect(JSON.parse(filled.stdout)).toMatchObject({ rows: 2000, stores: 16 });
  expect(await salesLines()).toBe(2000);
  expect(await readdir(home)).toEqual([]);
  const refused = await fluxionHere(['demo', '--rows', '2000', '--json'], environment());
  expect(refused.exitCode).toBe(4);
  expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'NOT_EMPTY' } });
  expect(await salesLines()).toBe(2000);
});

it('leaves the database empty when it is interrupted', async () => {
  const running = startFluxion(manyRows, environment());
  await running.printed(firstTable);
  running.signal('SIGINT');
  const { exitCode, stdout, stderr } = await running.ended;
  expect({ exitCode, stdout }).toEqual({ exitCode: 130, stdout: '' });
  expect(stderr).toMatch(/^fluxion: Interrupted\./m);
  expect(await isEmpty(database.pool)).toBe(true);
  expect(await readdir(home)).toEqual([]);
});

it('begins anew after it was killed', async () => {
  const killed = startFluxion(manyRows, environment());
  await killed.printed(firstTable);
  killed.signal('SIGKILL');
  await killed.ended;
  const { rows: runs } = await database.pool.query('SELECT outcome FROM fluxion_transfer.run');
  expect(runs).toEqual([{ outcome: null }]);
  const next = startFluxion(['up', '--port', '0', '--demo', '--rows', '2000', '--no-mirror'], environment());
  await next.printed(/estadisticas\?fecha_inicio=\d{4}-\d\d-01&/);
  expect(await salesLines()).toBe(2000);
  next.signal('SIGINT');
  expect((await next.ended).exitCode).toBe(0);
  expect(await readdir(home)).toEqual([]);
});
