import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoChain } from '@fluxion/engine/demo';
import { createTestDatabase } from '#testing/database.ts';
import { expect, it, onTestFinished } from 'vitest';
import { fluxionHere, type OnProgress } from '../testing/fluxion-here.ts';

it('goes on with a migration of the same file that broke off, and knows a file that is there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fluxion-fill-'));
  const database = await createTestDatabase({ template: 'fluxion' });
  onTestFinished(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });
  const file = join(folder, 'chain.duckdb');
  await createDemoChain({ file, rows: 20_000 });
  const environment = { DATABASE_URL: database.url, FLUXION_HOME: folder };
  const up = (onProgress?: OnProgress) => fluxionHere(['up', '--from', file], environment, onProgress);

  const broken = await up((text, interrupt) => {
    if (text.startsWith('ubicaciones: ')) interrupt();
  });
  expect(broken).toMatchObject({ exitCode: 130, stderr: expect.stringContaining('--resume') });
  const resumed = await up();
  expect(resumed).toMatchObject({ exitCode: 0 });
  expect(resumed.stderr).toContain(`A migration of ${file} broke off: it goes on where it stopped.`);
  expect(resumed.stderr).toMatch(/^\d+ tables, [\d,]+ rows moved; every value proven equal/m);
  const { rows } = await database.pool.query('SELECT count(*)::int AS lines FROM ventas_raw');
  expect(rows).toEqual([{ lines: 20_000 }]);
  const third = await up();
  expect(third.stderr).toMatch(
    /^The database holds .*chain\.duckdb already: it was migrated on [\d-]+ [\d:]+ UTC\.\n$/,
  );
});
