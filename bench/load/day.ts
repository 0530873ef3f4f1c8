import { join } from 'node:path';
import type { BenchmarkOptions } from '../lib/benchmark.ts';
import { median, sideBySide } from '../lib/figures.ts';
import type { Workbench } from '../lib/workbench.ts';
import { forgetLoads } from './chain.ts';
import { copyCsv } from './copy-csv.ts';
import { loadSales } from './ours.ts';
import { writeSales } from './sales-csv.ts';

const ours = 'load';
const bare = 'COPY';
const ofMonth = "COPY into the month's partition";

/** A store's day into the sales of the chain, beside the same bytes by COPY. */
export async function measureDay(bench: Workbench, { rows, rounds, say }: BenchmarkOptions): Promise<object> {
  const file = join(bench.directory, 'day.csv');
  await writeSales({ file, rows, from: '2024-05-03' });
  await bench.pool.query(`SELECT fluxion.ensure_partitions('2024-04-01', '2024-06-30')`);
  const prepare = () => forgetLoads(bench);
  const ways = [
    { name: ours, prepare, run: () => loadSales(bench.pool, bench.directory, file) },
    { name: bare, prepare, run: () => copyCsv(bench, file, 'ventas_raw') },
    { name: ofMonth, prepare, run: () => copyCsv(bench, file, 'ventas_raw_2024_05') },
  ];
  // The first time is of a process that has not compiled anything yet.
  await prepare();
  await ways[0]?.run();
  const seconds = await sideBySide(ways, rounds, say);
  const of = (name: string) => seconds.get(name) ?? [];
  const ratio = (name: string) => median(of(ours).map((taken, round) => taken / (of(name)[round] ?? Number.NaN)));
  for (const name of [bare, ofMonth]) {
    say(
      `a day of ${rows} lines: ${ours} ${median(of(ours)).toFixed(2)} s, ${name} ${median(of(name)).toFixed(2)} s, ratio ${ratio(name).toFixed(2)}`,
    );
  }
  return { rows, seconds: Object.fromEntries(seconds), ofCopy: ratio(bare), ofPartitionCopy: ratio(ofMonth) };
}
