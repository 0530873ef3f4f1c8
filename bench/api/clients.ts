import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from '../lib/figures.ts';
import type { Served } from './processes.ts';
import type { Request } from './throughput.ts';

/** A client waits so long between two requests, in milliseconds. */
const thinkMs = { least: 200, most: 1200 };

/** What clients were answered, and in how many milliseconds. */
export interface Seen {
  readonly statuses: Map<number, number>;
  readonly times: number[];
}

export const emptySeen = (): Seen => ({ statuses: new Map(), times: [] });

/** Asks, thinks, and asks again. Status 0: there was no answer. */
export async function client(server: Served, next: () => Request, seen: Seen, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    await sleep(thinkMs.least + Math.random() * (thinkMs.most - thinkMs.least));
    const { method, path, body } = next();
    const started = performance.now();
    const answer = await fetch(server.origin + path, {
      method,
      headers: { ...server.headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => undefined);
    await answer?.arrayBuffer();
    const status = answer?.status ?? 0;
    seen.statuses.set(status, (seen.statuses.get(status) ?? 0) + 1);
    seen.times.push(performance.now() - started);
  }
}

export function figuresOf({ statuses, times }: Seen): object {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => quantile(times, part));
  return { statuses: Object.fromEntries(statuses), p50, p95, p99 };
}

export function tell({ statuses, times }: Seen): string {
  const counts = Array.from(statuses, ([status, count]) => `${status}: ${count}`).join(', ');
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => quantile(times, part).toFixed(0));
  return `${counts}; p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`;
}
