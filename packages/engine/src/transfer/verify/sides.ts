import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { askBoth, type Rows, type SqlPair } from '../../bridge/index.ts';
import { inTransaction } from '../../postgres/index.ts';
import { readingQuery, targetName, type TablePlan } from '../plan/table-plan.ts';

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
    const { duck: source, postgres: target } = await askBoth(
      { duck, client },
      {
        duck: `SELECT ${select.duck} FROM (${readingQuery(plan)}) AS source ${rest.duck}`,
        postgres: `SELECT ${select.postgres} FROM ${targetName(plan)} ${rest.postgres}`,
      },
    );
    return { source, target };
  };
  return inTransaction(client, async () => {
    await client.query(snapshot === undefined ? settings : `${settings}; SET TRANSACTION SNAPSHOT '${snapshot}'`);
    return work({ ask });
  });
}
