import { join } from 'node:path';
import { chainProfile } from '@fluxion/engine/chain';
import { createDemoChain, type DemoChain } from '@fluxion/engine/demo';
import { migrateSchema } from '@fluxion/engine/postgres';
import { exportDatabase, migrate } from '@fluxion/engine/transfer';
import { withPool, type Pool } from './rehearsal.ts';

export interface ChainFile extends DemoChain {
  readonly file: string;
}

/** Its last day is so long ago that what is delivered after it is not of the future. */
const daysAgo = 10;

/** Writes a made-up chain's DuckDB database, with so many sales lines. */
export async function makeChainFile(folder: string, rows: number): Promise<ChainFile> {
  const file = join(folder, 'chain.duckdb');
  const until = new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
  return { file, ...(await createDemoChain({ file, rows, until })) };
}

/** Makes Fluxion's schema in an empty database and brings the chain into it. */
export function bringChain(url: string, file: string): Promise<void> {
  return withPool(url, async (pool) => {
    await migrateSchema(pool);
    await migrate({ file, pool, schema: 'public', profile: chainProfile, verify: false });
  });
}

/** Writes the database as a DuckDB file, as `fluxion export` does. @returns the file's bytes */
export async function exportTo(file: string, pool: Pool): Promise<number> {
  return (await exportDatabase({ file, pool, schema: 'public', verify: false })).bytes;
}
