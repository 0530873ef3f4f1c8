import { cpus } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@fluxion/engine/transfer';
import type { Benchmark } from '../lib/benchmark.ts';
import { median, sideBySide, type Way } from '../lib/figures.ts';
import { withWorkbench, type Workbench } from '../lib/workbench.ts';
import { copyBinary, copyCsv, createTable, emptyTable, writeBinaryHalves } from './copies.ts';
import { createSales } from './source.ts';

const ours = 'migrate';
const limit = "the server's limit";
const plain = 'the plain way';

/** DuckDB to PostgreSQL, the sales table without keys: ours, two COPYs of ready binary files, and one COPY of CSV. */
export const migrateBenchmark: Benchmark = {
  describe: `${ours}: DuckDB to PostgreSQL; ${limit}: two COPYs of binary files made before; ${plain}: DuckDB writes CSV into a pipe, one COPY reads it. Each ends with the table's statistics (ANALYZE).`,
  defaultRows: 10_000_000,
  run: ({ rows, rounds, say }) =>
    withWorkbench(async (bench) => {
      const file = join(bench.directory, 'sales.duckdb');
      say(
        `${rows} rows, PostgreSQL ${bench.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}`,
      );
      await createSales(file, rows);
      const ways = await waysOf(bench, file, rows);
      const seconds = await sideBySide(ways, rounds, say);
      return report(rows, seconds, say);
    }),
};

async function waysOf(bench: Workbench, file: string, rows: number): Promise<Way[]> {
  const run = async () => void (await migrate({ file, pool: bench.pool, schema: 'public', verify: false }));
  await emptyTable(bench);
  await run();
  const halves = await writeBinaryHalves(bench, rows);
  const made = async () => {
    await emptyTable(bench);
    await createTable(bench);
  };
  return [
    { name: ours, prepare: () => emptyTable(bench), run },
    { name: limit, prepare: made, run: () => copyBinary(bench, halves) },
    { name: plain, prepare: made, run: () => copyCsv(bench, file) },
  ];
}

function report(
  rows: number,
  seconds: ReadonlyMap<string, readonly number[]>,
  say: (line: string) => void,
): Record<string, unknown> {
  const middle = (name: string) => median(seconds.get(name) ?? []);
  for (const name of seconds.keys())
    say(`${name}: ${(rows / middle(name) / 1e6).toFixed(2)} M rows/s (median ${middle(name).toFixed(2)} s)`);
  // Pair by pair: both met the same moment of the machine.
  const ratio = (other: string) =>
    median((seconds.get(other) ?? []).map((taken, round) => taken / (seconds.get(ours)?.[round] ?? Number.NaN)));
  const ofLimit = ratio(limit);
  const timesPlain = ratio(plain);
  say(`${ours} runs at ${ofLimit.toFixed(2)} of ${limit}, and ${timesPlain.toFixed(2)} times as fast as ${plain}`);
  return { rows, seconds: Object.fromEntries(seconds), ofLimit, timesPlain };
}
