import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchmarkOptions } from '../lib/benchmark.ts';
import type { Workbench } from '../lib/workbench.ts';
import { serveFluxion, type Served } from './processes.ts';

const formats = ['csv', 'ndjson', 'excel', 'arrow', 'xlsx', 'parquet'] as const;

/** How long a reader that stops half-way does so: the server must wait with it, and not read on. */
const stopMs = 5_000;

interface Export {
  readonly rows: number;
  readonly mebibytes: number;
  readonly firstByteMs: number;
  readonly seconds: number;
  /** How much more memory the server's process has had at once than before. */
  readonly raisedMiB: number;
}

async function memoryMiB({ pid }: Served, what: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${what}:\\s*(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
}

/** Downloads all sales lines, and stops for a while at the first megabytes if it is to. */
async function download(server: Served, format: string, stops: boolean): Promise<Export> {
  const before = await memoryMiB(server, 'VmRSS');
  // From here on the kernel notes the peak anew.
  await writeFile(`/proc/${server.pid}/clear_refs`, '5');
  const started = performance.now();
  const request = get(`${server.origin}/ventas?formato=${format}`, { headers: server.headers });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`an export answered ${answer.statusCode}`);
  let [bytes, firstByteMs, stopped] = [0, 0, false];
  for await (const piece of answer as AsyncIterable<Buffer>) {
    if (bytes === 0) firstByteMs = performance.now() - started;
    bytes += piece.length;
    if (!stops || stopped || bytes < 2 ** 21) continue;
    stopped = true;
    await sleep(stopMs);
  }
  return {
    rows: Number(answer.trailers['x-fluxion-filas']),
    mebibytes: bytes / 2 ** 20,
    firstByteMs,
    seconds: (performance.now() - started) / 1000,
    raisedMiB: (await memoryMiB(server, 'VmHWM')) - before,
  };
}

/** What it costs to download all sales lines, in each format, and for a reader that stops. */
export async function measureExports(bench: Workbench, { say }: BenchmarkOptions): Promise<Record<string, unknown>> {
  const server = await serveFluxion(bench.url, join(bench.directory, 'exports'), ['--no-mirror']);
  const figures: Record<string, Export> = {};
  try {
    // What any first request brings into memory is no export's.
    await (await fetch(`${server.origin}/ventas?limite=1000`, { headers: server.headers })).text();
    for (const [name, asked, stops] of [
      ...formats.map((format) => [format, format, false] as const),
      ['csv, read with a pause', 'csv', true] as const,
    ]) {
      const one = await download(server, asked, stops);
      figures[name] = one;
      say(
        `${name}: ${one.rows} lines, ${one.mebibytes.toFixed(0)} MiB in ${one.seconds.toFixed(1)} s, first byte after ${one.firstByteMs.toFixed(0)} ms, memory + ${one.raisedMiB.toFixed(0)} MiB`,
      );
    }
  } finally {
    await server.stop();
  }
  return figures;
}
