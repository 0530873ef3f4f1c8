import type { BenchmarkOptions } from '../lib/benchmark.ts';
import type { Workbench } from '../lib/workbench.ts';
import { declareChain, extentOf, type Extent } from './chain.ts';
import { makeChain } from './make-chain.ts';
import { rollupsOf, trials } from './questions.ts';
import { openSides, type Sides } from './sides.ts';

/** A chain in PostgreSQL with its mirror, and what is measured there. */
export interface Setting {
  readonly bench: Workbench;
  readonly options: BenchmarkOptions;
  readonly extent: Extent;
  readonly sides: Sides;
}

/** Makes the chain and its copies for `work`. */
export async function withSetting<T>(
  bench: Workbench,
  options: BenchmarkOptions,
  work: (setting: Setting) => Promise<T>,
): Promise<T> {
  await makeChain(bench, options);
  await declareChain(bench.pool);
  const extent = await extentOf(bench.pool);
  const sides = await openSides(bench, rollupsOf(trials(extent)), options.say);
  try {
    return await work({ bench, options, extent, sides });
  } finally {
    await sides.close();
  }
}
