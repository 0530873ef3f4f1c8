import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chainProfile } from '@fluxion/engine/chain';
import { createDemoChain } from '@fluxion/engine/demo';
import { migrateSchema } from '@fluxion/engine/postgres';
import { migrate } from '@fluxion/engine/transfer';
import type { BenchmarkOptions } from '../lib/benchmark.ts';
import type { Workbench } from '../lib/workbench.ts';

/** Makes a chain with so many sales lines, as `fluxion demo` does. */
export async function makeChain({ pool, directory }: Workbench, { rows, say }: BenchmarkOptions): Promise<void> {
  const file = join(directory, 'demo.duckdb');
  const started = performance.now();
  await migrateSchema(pool);
  await createDemoChain({ file, rows });
  await migrate({ file, pool, schema: 'public', profile: chainProfile, verify: false, disposable: true });
  await rm(file);
  // PostgreSQL at its best: with its statistics and its visibility maps.
  await pool.query('VACUUM (ANALYZE)');
  await pool.query('CHECKPOINT');
  say(`a chain with ${rows} sales lines, made in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
