import type { Workbench } from '../lib/workbench.ts';
import { client, emptySeen, figuresOf, tell } from './clients.ts';
import { loadUntil, linesOfLoad } from './loads.ts';
import type { Served } from './processes.ts';
import type { Request } from './throughput.ts';
import { eventLoopLag, watchMemory } from './watch.ts';

const crowd = { readers: 50, writers: 20 };

export interface Mixed {
  readonly server: Served;
  readonly reads: readonly Request[];
  readonly order: Request;
  /** The first day that has sales; the days before it are loaded. */
  readonly firstDay: string;
  readonly minutes: number;
}

/** People who read, people who order, and all stores' loads at once, for some minutes. */
export async function measureMixed(bench: Workbench, mixed: Mixed, say: (line: string) => void): Promise<object> {
  const { server, reads, order, minutes } = mixed;
  const ended = AbortSignal.timeout(minutes * 60_000);
  const [reading, writing] = [emptySeen(), emptySeen()];
  const any = () => reads[Math.floor(Math.random() * reads.length)] ?? order;
  const work = [
    ...Array.from({ length: crowd.readers }, () => client(server, any, reading, ended)),
    ...Array.from({ length: crowd.writers }, () => client(server, () => order, writing, ended)),
  ];
  const loads = loadUntil(bench, mixed.firstDay, ended);
  const memory = await watchMemory(server, ended);
  await Promise.all(work);
  const loaded = await loads;
  const lag = await eventLoopLag(server);
  say(`${crowd.readers} readers: ${tell(reading)}`);
  say(`${crowd.writers} who order: ${tell(writing)}`);
  say(`${loaded} loads of ${linesOfLoad} lines; memory ${memory.map((mib) => mib.toFixed(0)).join(', ')} MiB; ${lag}`);
  return { reading: figuresOf(reading), writing: figuresOf(writing), loaded, memory, lag };
}
