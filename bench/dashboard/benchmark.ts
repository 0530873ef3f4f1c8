import { cpus } from 'node:os';
import { makeChain } from '../analytics/make-chain.ts';
import type { Benchmark, BenchmarkOptions } from '../lib/benchmark.ts';
import { withWorkbench } from '../lib/workbench.ts';
import { parts } from './parts.ts';
import { withTrial } from './trial.ts';

/** The built dashboard in a browser, in front of the built server with its mirror. */
export const dashboardBenchmark: Benchmark = {
  describe: `the dashboard in a headless browser. first: from opening it, with nothing kept and signed in, to its figures; scroll: frames while 100,000 rows are scrolled; filter: from a press to the new figures. Parts: ${Object.keys(parts).join(', ')}. With --database a chain that is there already, without it a new one`,
  defaultRows: 10_000_000,
  async run(options) {
    options.say(`${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}`);
    if (options.database !== undefined) return measureAt(options.database, options);
    return withWorkbench(async (bench) => {
      await makeChain(bench, options);
      return measureAt(bench.url, options);
    });
  },
};

function measureAt(url: string, options: BenchmarkOptions): Promise<Record<string, unknown>> {
  return withTrial(url, options, async (trial) => {
    const figures: Record<string, unknown> = {};
    for (const [name, measure] of Object.entries(parts)) {
      if (options.parts?.includes(name) ?? true) figures[name] = await measure(trial);
    }
    return figures;
  });
}
