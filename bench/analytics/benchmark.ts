import { cpus } from 'node:os';
import type { Benchmark, BenchmarkOptions } from '../lib/benchmark.ts';
import { withWorkbench } from '../lib/workbench.ts';
import { measureBig } from './big.ts';
import { compareAnswers } from './compare.ts';
import { measureCrowd } from './crowd.ts';
import { measureFreshness } from './fresh.ts';
import { withSetting, type Setting } from './set-up.ts';

const parts: Readonly<Record<string, (setting: Setting) => Promise<object>>> = {
  questions: compareAnswers,
  fresh: async (setting) => ({ fresh: await measureFreshness(setting) }),
  crowd: async (setting) => ({ crowd: await measureCrowd(setting) }),
};

/** Analytic questions: the mirror beside DuckDB and PostgreSQL, how fresh it is, and what it does while the chain loads. */
export const analyticsBenchmark: Benchmark = {
  describe: `questions: the mirror, its fence included, beside DuckDB on a plain file of the same rows and beside PostgreSQL; fresh: from the commit of a large store-day to an answer that has it; crowd: questions while 16 stores are loaded at once. Parts: ${Object.keys(parts).join(', ')}; and big, only if it is asked for: a large chain that is there already, at --database.`,
  defaultRows: 10_000_000,
  async run(options) {
    options.say(`${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}`);
    if (options.parts?.includes('big')) return measureBig(databaseOf(options), options);
    return withWorkbench((bench) => {
      options.say(`PostgreSQL ${bench.version}`);
      return withSetting(bench, options, async (setting) => {
        const figures: Record<string, unknown> = { rows: options.rows };
        for (const [name, measure] of Object.entries(parts)) {
          if (options.parts?.includes(name) ?? true) Object.assign(figures, await measure(setting));
        }
        return figures;
      });
    });
  },
};

function databaseOf({ database }: BenchmarkOptions): string {
  if (database !== undefined) return database;
  throw new Error('--parts big needs a chain that is there: --database URL. `fluxion demo --rows N` makes one.');
}
