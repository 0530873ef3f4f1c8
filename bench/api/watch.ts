import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Served } from './processes.ts';

/** The memory of the server's process in ten parts of the time, in MiB. */
export async function watchMemory({ pid }: Served, ended: AbortSignal): Promise<readonly number[]> {
  const seen: number[] = [];
  while (!ended.aborted) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    seen.push(Number(/VmRSS:\s*(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
    await sleep(1000);
  }
  const part = Math.max(1, Math.ceil(seen.length / 10));
  return Array.from({ length: Math.ceil(seen.length / part) }, (_, n) =>
    Math.max(...seen.slice(n * part, (n + 1) * part)),
  );
}

/** What the server itself says of its event loop. */
export async function eventLoopLag({ origin, headers }: Served): Promise<string> {
  const metrics = await (await fetch(`${origin}/metrics`, { headers })).text();
  return metrics
    .split('\n')
    .filter((line) => /^[^#].*event_?loop.*p(50|99)/i.test(line))
    .join('; ');
}
