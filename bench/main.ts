import { parseArgs } from 'node:util';
import { messageOf } from '@fluxion/engine/base';
import type { Benchmark } from './lib/benchmark.ts';

const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  api: async () => (await import('./api/benchmark.ts')).apiBenchmark,
  analytics: async () => (await import('./analytics/benchmark.ts')).analyticsBenchmark,
  dashboard: async () => (await import('./dashboard/benchmark.ts')).dashboardBenchmark,
  migrate: async () => (await import('./migrate/benchmark.ts')).migrateBenchmark,
  load: async () => (await import('./load/benchmark.ts')).loadBenchmark,
  verify: async () => (await import('./verify/benchmark.ts')).verifyBenchmark,
};

const usage = `usage: npm run bench -- NAME [--rows N] [--rounds N] [--parts A,B] [--minutes N] [--data DIR] [--database URL] [--json]
NAME: ${Object.keys(benchmarks).join(', ')}`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rows: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      parts: { type: 'string' },
      minutes: { type: 'string', default: '10' },
      data: { type: 'string' },
      database: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const load = positionals.length === 1 ? benchmarks[positionals[0] ?? ''] : undefined;
  const rounds = Number(values.rounds);
  const minutes = Number(values.minutes);
  const rows = values.rows === undefined ? undefined : Number(values.rows);
  if (
    !load ||
    !Number.isSafeInteger(rounds) ||
    rounds < 1 ||
    !(minutes > 0) ||
    (rows !== undefined && (!Number.isSafeInteger(rows) || rows < 1))
  ) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const benchmark = await load();
  // With --json stdout holds the figures only.
  const out = values.json ? process.stderr : process.stdout;
  const say = (line: string) => void out.write(`${line}\n`);
  say(benchmark.describe);
  const { data, database, parts } = values;
  const figures = await benchmark.run({
    rows: rows ?? benchmark.defaultRows,
    rounds,
    minutes,
    parts: parts?.split(','),
    data,
    database,
    say,
  });
  if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
