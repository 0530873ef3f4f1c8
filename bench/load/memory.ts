import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchmarkOptions } from '../lib/benchmark.ts';
import { runWatched } from '../lib/watched-process.ts';
import type { Workbench } from '../lib/workbench.ts';
import { forgetLoads, stores } from './chain.ts';
import { writeSales } from './sales-csv.ts';

const program = fileURLToPath(new URL('../../bin/fluxion.mjs', import.meta.url));

/** The file has so many times the lines of a day. */
const timesADay = 20;

/** The most memory that `fluxion load` has for a large file, in a process of its own. */
export async function measureMemory(bench: Workbench, { rows: ofDay, say }: BenchmarkOptions): Promise<object> {
  const rows = ofDay * timesADay;
  const file = join(bench.directory, 'large.csv');
  await writeSales({ file, rows, stores, from: '2024-01-01', days: 60 });
  const { size } = await stat(file);
  await forgetLoads(bench);
  const { seconds, peakMiB } = await runWatched([
    program,
    'load',
    file,
    '--feed',
    'ventas',
    '--database',
    bench.url,
    '--json',
  ]);
  await rm(file);
  say(
    `${rows} lines (${(size / 2 ** 20).toFixed(0)} MiB) by fluxion load: at most ${peakMiB.toFixed(0)} MiB of memory, ${seconds.toFixed(1)} s, ${(rows / seconds / 1000).toFixed(0)},000 lines/s`,
  );
  return { rows, peakMiB, seconds };
}
