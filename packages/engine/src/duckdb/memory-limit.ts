import { availableMemoryBytes } from '../base/index.ts';

/** DuckDB's share, as its `memory_limit` setting takes it: a fraction of the available memory, within bounds in MiB. */
export function duckMemoryLimit(fraction = 0.25, leastMiB = 256, mostMiB = 4096): string {
  const share = Math.floor((availableMemoryBytes() * fraction) / 2 ** 20);
  return `${Math.max(leastMiB, Math.min(mostMiB, share))}MiB`;
}
