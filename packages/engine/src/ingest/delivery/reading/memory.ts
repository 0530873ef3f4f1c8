import type { DuckDBConnection } from '@duckdb/node-api';
import { messageOf } from '../../../base/index.ts';
import { duckMemoryLimit } from '../../../duckdb/index.ts';
import type { Delivery } from '../../../sources/index.ts';

/** A delivery of no more bytes is worked on in memory; the rest of a larger one waits on disk. */
const smallBytes = 64 * 1024 * 1024;
const ofSmall = '256MiB';
/** The process is to stay below 256 MiB however large the delivery is; DuckDB takes more than it counts. */
const ofLarge = '64MiB';

/** Gives DuckDB as much memory as a delivery of this size should need. */
export async function limitMemory(duck: DuckDBConnection, { bytes, expandedBytes = bytes }: Delivery): Promise<void> {
  await setLimit(duck, expandedBytes > smallBytes ? ofLarge : ofSmall);
}

/**
 * Does work that can be done again from the start, with more memory whenever DuckDB says that it has too little: values of
 * unusual forms need more of it than others.
 * @throws what `work` throws, in the end also for want of memory
 */
export async function withMoreMemory<T>(duck: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  for (const more of [ofSmall, duckMemoryLimit(0.5)]) {
    try {
      return await work();
    } catch (error) {
      if (!isOutOfMemory(error)) throw error;
      await setLimit(duck, more);
    }
  }
  return await work();
}

/** Whether DuckDB had too little memory, or room for what it puts on disk. */
export function isOutOfMemory(error: unknown): boolean {
  return /^(Out of Memory Error|OutOfMemoryException)|failed to offload/i.test(messageOf(error));
}

async function setLimit(duck: DuckDBConnection, limit: string): Promise<void> {
  await duck.run(`SET memory_limit = '${limit}'`);
}
