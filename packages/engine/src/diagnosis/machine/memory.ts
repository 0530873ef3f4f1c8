import { availableMemoryBytes } from '../../base/index.ts';
import { duckMemoryLimit } from '../../duckdb/index.ts';
import { sizeText } from '../sizes.ts';
import { ok, problem, warning, type Check, type Verdict } from '../verdict.ts';
import type { AskedMachine } from './asked.ts';

/**
 * What a process takes beside the mirror's memory while it serves, with some to spare: with 512 MiB for the mirror it took
 * 597 in all, of which DuckDB counted 230 (docs/benchmarks.md, "The API").
 */
const besideMiB = 500;

/** @param mirrorMiB what the mirror may take */
export function memoryVerdict(availableBytes: number, mirrorMiB: number): Verdict {
  const needed = (mirrorMiB + besideMiB) * 2 ** 20;
  const found = `${sizeText(availableBytes)} may be used; the mirror takes up to ${mirrorMiB} MiB, the rest about ${besideMiB} MiB.`;
  const advice =
    'Give the machine or the container more memory, the mirror less (FLUXION_MIRROR_MEMORY), or do without it (FLUXION_NO_MIRROR=1).';
  if (needed > availableBytes) return problem(`${found} The kernel may end the process.`, advice);
  return needed > availableBytes * 0.8 ? warning(`${found} Little is left for loads.`, advice) : ok(found);
}

/** Whether the memory is enough: that of the container, where there is one. */
export const memory: Check<AskedMachine> = {
  name: 'memory',
  look: async ({ mirrorMemory }) => [
    memoryVerdict(availableMemoryBytes(), mirrorMemory ?? Number.parseInt(duckMemoryLimit(), 10)),
  ],
};
