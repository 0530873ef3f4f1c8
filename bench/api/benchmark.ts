import { makeChain } from '../analytics/make-chain.ts';
import type { Benchmark } from '../lib/benchmark.ts';
import { withWorkbench } from '../lib/workbench.ts';
import { measureExports } from './export.ts';
import { mixed, peers, type Part } from './parts.ts';

const parts: Readonly<Record<string, Part>> = { peers, export: measureExports, mixed };

/** The API beside the one that the original plan drew, on one database. */
export const apiBenchmark: Benchmark = {
  describe: 'the API and the one of the original plan (FastAPI, SQLAlchemy, psycopg2), asked the same by turns',
  defaultRows: 1_000_000,
  run: (options) =>
    withWorkbench(async (bench) => {
      await makeChain(bench, options);
      const figures: Record<string, unknown> = {};
      for (const [name, part] of Object.entries(parts)) {
        if (options.parts?.includes(name) !== false) figures[name] = await part(bench, options);
      }
      return figures;
    }),
};
