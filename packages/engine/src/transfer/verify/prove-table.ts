import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { silentProgress, type Progress } from '../../base/index.ts';
import type { TablePlan } from '../plan/table-plan.ts';
import { isComparable } from './canonical.ts';
import { digestInDuck, digestInPostgres, type TableDigest } from './digest.ts';
import { locateDifferences, type RowDifference } from './locate.ts';

/** What the comparison of one table found. */
export interface TableVerification {
  readonly table: string;
  readonly equal: boolean;
  readonly seconds: number;
  readonly sourceRows: number;
  readonly targetRows: number;
  /** Columns whose values differ as a whole; `(rows)`: all columns agree, but values stand in other rows. */
  readonly differingColumns: readonly string[];
  /** Some of the rows that differ. */
  readonly differences: readonly RowDifference[];
  /** Why the table could not be compared at all; empty: it was. */
  readonly missing: readonly string[];
  /** Columns whose stored values have no text that both engines print alike, and why; all others were compared. */
  readonly notCompared: readonly string[];
}

/** One table, and a connection of its own to each side. */
export interface ProveTableContext {
  readonly duck: DuckDBConnection;
  readonly client: ClientBase;
  readonly plan: TablePlan;
  readonly progress: Progress | undefined;
}

/** What is said of a table that cannot be compared. */
export function notThere(plan: TablePlan, missing: readonly string[]): TableVerification {
  const rows = { sourceRows: 0, targetRows: 0, differingColumns: [], differences: [], notCompared: [] };
  return { table: plan.target.name, equal: false, seconds: 0, ...rows, missing };
}

/** Compares a planned table's rows with those in the target. */
export async function proveTable(context: ProveTableContext): Promise<TableVerification> {
  const { duck, client, plan, progress = silentProgress } = context;
  const started = performance.now();
  const stage = progress.stage(`verify ${plan.target.name}`);
  const [source, target] = await Promise.all([digestInDuck(duck, plan), digestInPostgres(client, plan)]);
  stage.advance(Number(source.rows));
  const differing = plan.columns.filter((_, index) => differs(source, target, index));
  const differingColumns = differing.map(({ name }) => name);
  if (differing.length === 0 && source.rowDigest !== target.rowDigest) differingColumns.push('(rows)');
  const differences =
    differingColumns.length === 0 && source.rows === target.rows ? [] : await differencesOf(context, differing);
  stage.end(differingColumns.length === 0 ? 'equal' : `differs: ${differingColumns.join(', ')}`);
  return {
    table: plan.target.name,
    equal: differingColumns.length === 0 && source.rows === target.rows,
    seconds: (performance.now() - started) / 1000,
    sourceRows: Number(source.rows),
    targetRows: Number(target.rows),
    differingColumns,
    differences,
    missing: [],
    notCompared: plan.columns
      .filter((column) => !isComparable(column))
      .map(({ name, type }) => `column ${name}: ${type.name} keeps no text to compare`),
  };
}

function differs(source: TableDigest, target: TableDigest, index: number): boolean {
  const ours = source.columns[index];
  const theirs = target.columns[index];
  return ours?.present !== theirs?.present || ours?.digest !== theirs?.digest;
}

/** If no column differs as a whole, values have changed places: then every column is looked at. */
function differencesOf(
  { duck, client, plan }: ProveTableContext,
  differing: TablePlan['columns'],
): Promise<RowDifference[]> {
  return locateDifferences(duck, client, plan, differing.length > 0 ? differing : plan.columns);
}
