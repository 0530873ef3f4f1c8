import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { smallRowsJson } from '../../duckdb/index.ts';
import { inTransaction } from '../../postgres/index.ts';
import { readingQuery, targetName, type TablePlan } from '../plan/table-plan.ts';
import type { SqlPair } from './hash/index.ts';

type Rows = Record<string, unknown>[];

/** Both engines' stored rows of one planned table. */
export interface Sides {
  /**
   * Asks both the same question at the same time: `SELECT select FROM the table rest`. Answers must be small.
   * @returns DuckDB's rows and PostgreSQL's; 64-bit numbers as strings
   */
  ask(select: SqlPair, rest?: SqlPair): Promise<{ source: Rows; target: Rows }>;
}

/**
 * How PostgreSQL prints floats and reads instants here, whatever the role's settings are. Compiling costs more than it saves:
 * each partition's expressions are compiled anew.
 */
const settings = `SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO'; SET LOCAL extra_float_digits = 1; SET LOCAL jit = off`;

export interface SidesContext {
  readonly duck: DuckDBConnection;
  readonly client: ClientBase;
  readonly plan: TablePlan;
  /** The state of PostgreSQL to look at, as `SET TRANSACTION SNAPSHOT` takes it; undefined: the present one. */
  readonly snapshot?: string | undefined;
}

/** Runs `work` on both sides, on PostgreSQL's in one transaction that sees the same rows to its end. */
export function withSides<T>(
  { duck, client, plan, snapshot }: SidesContext,
  work: (sides: Sides) => Promise<T>,
): Promise<T> {
  const ask: Sides['ask'] = async (select, rest = { duck: '', postgres: '' }) => {
    const [source, target] = await Promise.allSettled([
      smallRowsJson(duck, `SELECT ${select.duck} FROM (${readingQuery(plan)}) AS source ${rest.duck}`),
      client
        .query<Record<string, unknown>>(`SELECT ${select.postgres} FROM ${targetName(plan)} ${rest.postgres}`)
        .catch((error: unknown) => {
          // Cancelled, or its connection is lost: nobody waits for the other half.
          duck.interrupt();
          throw error;
        }),
    ]);
    // Only when both have ended: the other one's connection is at work until then.
    if (target.status === 'rejected') throw target.reason;
    if (source.status === 'rejected') throw source.reason;
    return { source: source.value, target: target.value.rows };
  };
  return inTransaction(client, async () => {
    await client.query(snapshot === undefined ? settings : `${settings}; SET TRANSACTION SNAPSHOT '${snapshot}'`);
    return work({ ask });
  });
}
