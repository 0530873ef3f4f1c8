import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoChain } from '@fluxion/engine/demo';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { isEmpty } from '../fill/is-empty.ts';
import { fluxionHere } from '../testing/fluxion-here.ts';
import { fluxion, startFluxion } from '../testing/fluxion.ts';

// Several programs, one after another, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let file: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fluxion-cli-'));
  file = join(folder, 'chain.duckdb');
  await createDemoChain({ file, rows: 1000 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  const own = await createTestDatabase({ template: 'fluxion' });
  database = own;
  return () => own.drop();
});

const environment = () => ({ DATABASE_URL: database.url, FLUXION_HOME: folder });
const run = (...args: string[]) => fluxionHere([...args, '--json'], environment());

it('migrates a file, proves it, and finds the one value that is changed afterwards', async () => {
  const dry = await run('migrate', file, '--dry-run');
  expect(JSON.parse(dry.stdout)).toMatchObject({ dryRun: true, rows: 0 });
  expect(await isEmpty(database.pool)).toBe(true);

  const migrated = await fluxion(['migrate', file, '--json'], environment());
  expect({ ...migrated, stderr: '' }).toMatchObject({ exitCode: 0 });
  const report = JSON.parse(migrated.stdout);
  expect(report.tables).toContainEqual(expect.objectContaining({ table: 'ventas_raw', action: 'fill', rows: 1000 }));

  const equal = await run('verify', file);
  expect(equal.exitCode).toBe(0);
  expect(JSON.parse(equal.stdout)).toMatchObject({ equal: true, rows: report.rows });

  await database.pool.query(`UPDATE ventas_raw SET monto_total = monto_total + 0.000001 WHERE id = 500`);
  const differing = await run('verify', file, '--only', 'ventas_raw', '--only', 'productos');
  expect(differing.exitCode).toBe(3);
  const tables = JSON.parse(differing.stdout).tables;
  expect(tables).toMatchObject([
    { table: 'productos', differingColumns: [] },
    { table: 'ventas_raw', differingColumns: ['monto_total'] },
  ]);
  expect(tables[1].differences).toHaveLength(1);
  expect(tables[1].differences[0].key).toContain('500');

  const again = await run('migrate', file);
  expect(again.exitCode).toBe(4);
  expect(JSON.parse(again.stdout).error).toMatchObject({ code: 'TARGET_MISFIT' });
});

it('serves a file, and says so when the database holds it already', async () => {
  const up = () => startFluxion(['up', '--port', '0', '--from', file], { DATABASE_URL: database.url });
  const first = up();
  await first.printed(/estadisticas\?fecha_inicio=/);
  await first.printed(/; every value proven equal/);
  first.signal('SIGINT');
  expect((await first.ended).exitCode).toBe(0);
  const second = up();
  await second.printed(/holds .*chain\.duckdb already: it was migrated on \d{4}-\d\d-\d\d \d\d:\d\d UTC/);
  await second.printed(/estadisticas\?fecha_inicio=/);
  second.signal('SIGINT');
  expect((await second.ended).stderr).not.toContain('proven equal');
});

it('explains a file that it cannot use, and writes nothing', async () => {
  const text = join(folder, 'notes.txt');
  await writeFile(text, 'This is no database.'.repeat(1000));
  for (const command of [
    ['migrate', text],
    ['verify', join(folder, 'nothing.duckdb')],
    ['up', '--port', '0', '--from', text],
  ]) {
    const { exitCode, stdout, stderr } = await run(...command);
    expect(exitCode).toBe(4);
    expect(JSON.parse(stdout).error.code).toMatch(/^SOURCE_/);
    expect(stderr).toMatch(/^fluxion: .*\n$/);
  }
  expect(await isEmpty(database.pool)).toBe(true);
});

it('refuses a query without a table before it does anything', async () => {
  const nowhere = 'postgres://nobody@127.0.0.1:1/none';
  const { exitCode, stderr } = await run('migrate', file, '--select', 'SELECT 1', '--database', nowhere);
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: 'fluxion: --select takes TABLE=SQL, not "SELECT 1"\n' });
});
