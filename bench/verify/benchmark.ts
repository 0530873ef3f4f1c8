import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Benchmark } from '../lib/benchmark.ts';
import { median, sideBySide } from '../lib/figures.ts';
import { withWorkbench } from '../lib/workbench.ts';
import { createSales } from '../migrate/source.ts';
import { copying, md5, ours, waysOf } from './ways.ts';

/** The proof of the sales table against the copying that it proves, and against the usual way to prove it. */
export const verifyBenchmark: Benchmark = {
  describe: `${copying}: migrate without its proof; ${ours}: every column, and which values stand together in a row; ${md5}: each engine sums the MD5 of each row's text.`,
  defaultRows: 10_000_000,
  run: ({ rows, rounds, say }) =>
    withWorkbench(async (bench) => {
      const file = join(bench.directory, 'sales.duckdb');
      say(
        `${rows} rows, PostgreSQL ${bench.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}`,
      );
      await createSales(file, rows);
      const seconds = await sideBySide(waysOf(bench, file), rounds, say);
      return report(rows, seconds, say);
    }),
};

function report(
  rows: number,
  seconds: ReadonlyMap<string, readonly number[]>,
  say: (line: string) => void,
): Record<string, unknown> {
  const of = (name: string) => seconds.get(name) ?? [];
  for (const name of seconds.keys())
    say(`${name}: ${(rows / median(of(name)) / 1e6).toFixed(2)} M rows/s (median ${median(of(name)).toFixed(2)} s)`);
  // Pair by pair: both met the same moment of the machine.
  const ratio = (name: string) => median(of(name).map((taken, round) => (of(ours)[round] ?? Number.NaN) / taken));
  const ofCopying = ratio(copying);
  const ofMd5 = ratio(md5);
  say(`${ours} takes ${ofCopying.toFixed(2)} of the time of ${copying}, and ${ofMd5.toFixed(2)} of that of ${md5}`);
  return { rows, seconds: Object.fromEntries(seconds), ofCopying, ofMd5 };
}
