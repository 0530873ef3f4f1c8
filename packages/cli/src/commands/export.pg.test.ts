import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoChain } from '@fluxion/engine/demo';
import { createTestDatabase, type TestDatabase } from '#testing/database.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { fluxionHere } from '../testing/fluxion-here.ts';
import { fluxion } from '../testing/fluxion.ts';

// Several programs, one after another, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fluxion-cli-'));
  database = await createTestDatabase({ template: 'fluxion' });
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const environment = () => ({ DATABASE_URL: database.url, FLUXION_HOME: folder });
const run = (...args: string[]) => fluxionHere([...args, '--json'], environment());

it('exports a chain; the file is found equal to the database that it came from, and goes into another', async () => {
  const source = join(folder, 'chain.duckdb');
  await createDemoChain({ file: source, rows: 1000 });
  expect(await run('migrate', source)).toMatchObject({ exitCode: 0 });
  const back = join(folder, 'back.duckdb');
  const exported = await fluxion(['export', back, '--json'], environment());
  expect({ ...exported, stderr: '' }).toMatchObject({ exitCode: 0 });
  const report = JSON.parse(exported.stdout);
  expect(report).toMatchObject({ file: back, whole: true });
  expect(report.tables).toContainEqual(
    expect.objectContaining({ table: 'ventas_raw', rows: 1000, proof: expect.objectContaining({ equal: true }) }),
  );
  expect(report.tables.map(({ table }: { table: string }) => table)).not.toContain('migrations');

  const verified = await run('verify', back, '--only', 'ventas_raw', '--only', 'productos');
  expect(verified.exitCode).toBe(0);
  const other = await createTestDatabase({ template: 'fluxion' });
  try {
    const migrated = await fluxionHere(['migrate', back, '--json'], { ...environment(), DATABASE_URL: other.url });
    // The orders' history comes from the file, and not once more from the orders.
    expect({ ...migrated, stderr: '' }).toMatchObject({ exitCode: 0 });
  } finally {
    await other.drop();
  }
  const again = await run('export', back);
  expect({ exitCode: again.exitCode, code: JSON.parse(again.stdout).error.code }).toEqual({
    exitCode: 4,
    code: 'FILE_EXISTS',
  });
  const text = await fluxionHere(['export', back, '--replace', '--only', 'productos'], environment());
  expect(text.stdout).toMatch(
    /^Exported: [\d,]+ rows of 1 table into .*back\.duckdb \(.*\), each table equal to PostgreSQL's\.$/m,
  );
  expect((await readdir(folder)).filter((name) => name.includes('exporting'))).toEqual([]);
});
