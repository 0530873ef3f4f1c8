import { cpus } from 'node:os';
import type { Benchmark, BenchmarkOptions } from '../lib/benchmark.ts';
import { withWorkbench, type Workbench } from '../lib/workbench.ts';
import { makeChain } from './chain.ts';
import { measureCrowd } from './crowd.ts';
import { measureDay } from './day.ts';
import { compareGolden } from './golden.ts';
import { measureMemory } from './memory.ts';

const parts: Readonly<Record<string, (bench: Workbench, options: BenchmarkOptions) => Promise<object>>> = {
  day: measureDay,
  memory: measureMemory,
  crowd: measureCrowd,
  golden: compareGolden,
};

/** Loading sales: a day, a large file, all stores at once beside other work, and real data. */
export const loadBenchmark: Benchmark = {
  describe: `day: a store's day of --rows lines beside COPY of the same bytes; memory: a file of 20 times as many lines; crowd: 16 stores at once while 50 clients work; golden: real data in --data. Parts: ${Object.keys(parts).join(', ')}.`,
  defaultRows: 500_000,
  run: (options) =>
    withWorkbench(async (bench) => {
      options.say(
        `PostgreSQL ${bench.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}`,
      );
      await makeChain(bench);
      const figures: Record<string, unknown> = {};
      for (const [name, measure] of Object.entries(parts)) {
        if (options.parts?.includes(name) ?? true) figures[name] = await measure(bench, options);
      }
      return figures;
    }),
};
