import { join } from 'node:path';
import type { BenchmarkOptions } from '../lib/benchmark.ts';
import { quantile } from '../lib/figures.ts';
import type { Workbench } from '../lib/workbench.ts';
import { forgetLoads, stores } from './chain.ts';
import { openClients, pause, type Latencies } from './clients.ts';
import { loadApart } from './load-apart.ts';
import { products, writeSales } from './sales-csv.ts';

const count = 50;
const quietMs = 20_000;

/** All stores' days at once, while people read and write orders. */
export async function measureCrowd(bench: Workbench, { rows, say }: BenchmarkOptions): Promise<object> {
  const files: string[] = [];
  for (let store = 1; store <= stores; store++) {
    const file = join(bench.directory, `store-${store}.csv`);
    await writeSales({ file, rows, store, from: '2024-05-03' });
    files.push(file);
  }
  await forgetLoads(bench);
  await bench.pool.query(
    `INSERT INTO stock_actual (ubicacion_id, producto_id, cantidad)
     SELECT u.id, 'P' || n, 10 FROM ubicaciones AS u, generate_series(0, $1::int - 1, 10) AS n ON CONFLICT DO NOTHING`,
    [products],
  );
  const clients = openClients(bench.url, count);
  try {
    // The first orders open the connections.
    await clients.during(pause(2000));
    const alone = await clients.during(pause(quietMs));
    const loading = loadApart(bench, files);
    const beside = await clients.during(loading);
    return report({ rows, seconds: await loading, alone, beside }, say);
  } finally {
    await clients.close();
  }
}

interface Measured {
  readonly rows: number;
  readonly seconds: number;
  readonly alone: Latencies;
  readonly beside: Latencies;
}

function report({ rows, seconds, alone, beside }: Measured, say: (line: string) => void): object {
  const lines = rows * stores;
  say(
    `${stores} stores at once, ${rows} lines each: ${seconds.toFixed(1)} s, ${(lines / seconds / 1000).toFixed(0)},000 lines/s`,
  );
  const told = { alone, beside };
  const figures: Record<string, number> = {};
  for (const kind of ['orders', 'reads'] as const) {
    for (const when of ['alone', 'beside'] as const) {
      const [p50, p99] = [0.5, 0.99].map((part) => quantile(told[when][kind], part));
      figures[`${kind} ${when} p50`] = p50 ?? Number.NaN;
      figures[`${kind} ${when} p99`] = p99 ?? Number.NaN;
      say(
        `${kind} ${when === 'alone' ? 'without loads' : 'beside the loads'}: ${told[when][kind].length}, p50 ${p50?.toFixed(1)} ms, p99 ${p99?.toFixed(1)} ms`,
      );
    }
  }
  const times = (figures['orders beside p99'] ?? Number.NaN) / (figures['orders alone p99'] ?? Number.NaN);
  const errors = [...alone.errors, ...beside.errors];
  say(
    `an order's p99 is ${times.toFixed(1)} times as long beside the loads; ${errors.length} errors ${errors[0] ?? ''}`,
  );
  return { rows, seconds, ...figures, times, errors: errors.length };
}
