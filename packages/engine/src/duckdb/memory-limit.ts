import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';

const cgroupFiles = ['/sys/fs/cgroup/memory.max', '/sys/fs/cgroup/memory/memory.limit_in_bytes'];

/** The memory that this process may use, in bytes: its container's limit (cgroup v2 or v1) or the machine's, whichever is less. */
export function availableMemoryBytes(): number {
  const limits = cgroupFiles.map((file) => {
    try {
      return Number(readFileSync(file, 'utf8').trim());
    } catch {
      return Number.NaN;
    }
  });
  return Math.min(totalmem(), ...limits.filter((limit) => limit > 0));
}

/** DuckDB's share, as its `memory_limit` setting takes it: a fraction of the available memory, within bounds in MiB. */
export function duckMemoryLimit(fraction = 0.25, leastMiB = 256, mostMiB = 4096): string {
  const share = Math.floor((availableMemoryBytes() * fraction) / 2 ** 20);
  return `${Math.max(leastMiB, Math.min(mostMiB, share))}MiB`;
}
