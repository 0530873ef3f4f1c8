import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { silentProgress, type Progress } from '../../base/index.ts';
import { chooseHash, rowHasher, type RowHash } from '../../bridge/index.ts';
import type { TablePlan } from '../plan/table-plan.ts';
import { compareTable, type TableComparison } from './compare.ts';
import { withSides } from './sides.ts';

/** What the comparison of one table found. */
export interface TableVerification extends TableComparison {
  readonly table: string;
  readonly seconds: number;
  /** Why the table could not be compared at all; empty: it was. */
  readonly missing: readonly string[];
}

export interface ProofContext {
  /** Used by nobody else meanwhile. */
  readonly duck: DuckDBConnection;
  /** Used by nobody else meanwhile, and in no transaction. */
  readonly client: ClientBase;
  readonly plan: TablePlan;
  /** The state of PostgreSQL to compare with, as `SET TRANSACTION SNAPSHOT` takes it; undefined: the present one. */
  readonly snapshot?: string | undefined;
  readonly progress?: Progress | undefined;
  /** Undefined: the fastest that the server computes as DuckDB does. */
  readonly hash?: RowHash | undefined;
}

/**
 * Compares one table's stored rows with those that its plan reads. Each engine computes with its own SQL from what it has
 * stored, both at the same time; only digests and, if they differ, a few rows come back.
 *
 * @throws what DuckDB or PostgreSQL throws; a difference is no error but `equal: false`
 */
export async function proveTable(context: ProofContext): Promise<TableVerification> {
  const { duck, client, plan, progress = silentProgress, hash } = context;
  const started = performance.now();
  const stage = progress.stage(`verify ${plan.target.name}`);
  const hasher = rowHasher(duck, hash ?? (await chooseHash(duck, client)));
  const found = await withSides(context, (sides) => compareTable(sides, hasher, plan));
  stage.advance(found.sourceRows);
  stage.end(found.equal ? 'equal' : `differs: ${found.differingColumns.join(', ')}`);
  return { table: plan.target.name, ...found, seconds: (performance.now() - started) / 1000, missing: [] };
}
