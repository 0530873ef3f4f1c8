import { join } from 'node:path';
import { chainProfile } from '@fluxion/engine/chain';
import { createDemoChain } from '@fluxion/engine/demo';
import { migrate } from '@fluxion/engine/transfer';
import type { Progress } from '@fluxion/engine/base';
import type { Database } from '../database/index.ts';
import { withScratchFolder } from './scratch.ts';

interface FillWithDemo {
  readonly pool: Database['pool'];
  /** Sales lines, about. */
  readonly rows: number;
  /** The folder for temporary files. */
  readonly home: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** What the demo chain that was made consists of. */
export interface DemoChain {
  /** Sales lines. */
  readonly rows: number;
  readonly stores: number;
  /** The first and the last business date. */
  readonly from: string;
  readonly to: string;
}

/**
 * Fills an empty schema with the demo chain: makes a DuckDB file of it and migrates that file as any other.
 * @throws FluxionError TARGET_MISFIT if a table is not empty, INTERRUPTED; the tables are empty again then
 */
export function fillWithDemo({ pool, rows, home, progress, signal }: FillWithDemo): Promise<DemoChain> {
  return withScratchFolder(home, async (folder) => {
    const file = join(folder, 'demo.duckdb');
    const chain = await createDemoChain({ file, rows, progress, signal });
    signal.throwIfAborted();
    await migrate({ file, pool, schema: 'public', profile: chainProfile, progress, signal, disposable: true });
    return { rows: chain.rows, stores: chain.stores, from: chain.from, to: chain.to };
  });
}
