import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { copyQuery } from '../../bridge/index.ts';
import { readingQuery, writtenColumns, type TablePlan } from '../plan/table-plan.ts';
import { elementOids } from './element-oids.ts';

export interface CopyStreamContext {
  readonly duck: DuckDBConnection;
  readonly client: ClientBase;
  readonly plan: TablePlan;
  /** Which of the plan's rows, as a condition in DuckDB's SQL; undefined: all. */
  readonly where: string | undefined;
  /** The quoted relation that they go into. */
  readonly into: string;
  /** The relation is new to all other transactions, so that its rows need no freezing later. */
  readonly freeze: boolean;
  /** Called with each chunk's number of rows. */
  readonly onRows: (rows: number) => void;
  readonly signal: AbortSignal | undefined;
}

/** Moves rows of the plan's table through one binary COPY on `client`, in the client's transaction. */
export async function copyRows({ plan, where, ...context }: CopyStreamContext): Promise<void> {
  const written = writtenColumns(plan);
  const oids = await elementOids(context.client, written);
  await copyQuery({
    ...context,
    query: readingQuery(plan, where, written),
    columns: written.map(({ target, type }) => ({ name: target, type, elementOid: oids(type) })),
  });
}
