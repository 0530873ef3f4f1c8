import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { smallRowsJson } from '../../duckdb/index.ts';
import type { SqlPair } from './sql-pair.ts';

export type Rows = Record<string, unknown>[];

/** A connection to each engine, used by nobody else meanwhile. */
export interface BothEngines {
  readonly duck: DuckDBConnection;
  readonly client: ClientBase;
}

/**
 * Runs a query of each engine at the same time. The answers must be small.
 * @returns their rows; 64-bit numbers as strings
 */
export async function askBoth({ duck, client }: BothEngines, query: SqlPair): Promise<{ duck: Rows; postgres: Rows }> {
  const [ours, theirs] = await Promise.allSettled([
    smallRowsJson(duck, query.duck),
    client.query<Record<string, unknown>>(query.postgres).catch((error: unknown) => {
      // Cancelled, or its connection is lost: nobody waits for the other half.
      duck.interrupt();
      throw error;
    }),
  ]);
  // Only when both have ended: the other one's connection is at work until then.
  if (theirs.status === 'rejected') throw theirs.reason;
  if (ours.status === 'rejected') throw ours.reason;
  return { duck: ours.value, postgres: theirs.value.rows };
}
