import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';

/** The limits of the container that we see from inside, cgroup v2 and v1: a process in a group below has none of its own. */
const cgroupFiles = ['/sys/fs/cgroup/memory.max', '/sys/fs/cgroup/memory/memory.limit_in_bytes'];

/** Not a number where there is no file, or no limit in it (`max`). */
function limitIn(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8').trim());
  } catch {
    return Number.NaN;
  }
}

/** The memory that this process may use, in bytes: the limit of its group, of its container, or the machine's memory, whichever is least. */
export function availableMemoryBytes(): number {
  // Node tells 0 where it knows of none; without a limit, cgroup v1 tells one beyond any machine's memory.
  const limits = [process.constrainedMemory(), ...cgroupFiles.map(limitIn)];
  return Math.min(totalmem(), ...limits.filter((limit) => limit > 0));
}
