import type { DuckDBConnection } from '@duckdb/node-api';
import { guardSql } from '../sandbox/allowed.ts';
import { readLimited, type LimitedRows, type RowLimits } from './limited.ts';
import { createReads, type Reads } from './reads.ts';
import { createTurns } from './turns.ts';

export type { FileRead } from './reads.ts';
export type { LimitedRows, RowLimits };

/** All that is read of a file: questions, and statements of persons beside them. */
export interface Readers extends Reads {
  readLimited(sql: string, limits: RowLimits, signal: AbortSignal): Promise<LimitedRows>;
  hold<T>(work: (duck: DuckDBConnection, signal: AbortSignal) => Promise<T>): Promise<T>;
}

/** So many statements of persons, or comparisons, wait behind the one that runs. */
const queueLength = 4;

/** @param atOnce so many questions at a time */
export function createReaders(connect: () => Promise<DuckDBConnection>, atOnce: number | undefined): Readers {
  const reads = createReads(connect, atOnce);
  const withGuard = async () => {
    const duck = await connect();
    await duck.run(guardSql);
    return duck;
  };
  const persons = createTurns(withGuard, { atOnce: 1, queueLength });
  const holds = createTurns(connect, { atOnce: 1, queueLength });
  return {
    read: reads.read,
    readLimited: (sql, limits, signal) =>
      persons.run((duck, wanted) => {
        limits.onBegin?.();
        return readLimited(duck, sql, limits, wanted);
      }, signal),
    hold: (work) => holds.run(work),
    end: async () => void (await Promise.all([reads.end(), persons.end(), holds.end()])),
  };
}
