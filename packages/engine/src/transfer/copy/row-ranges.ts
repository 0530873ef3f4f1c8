import type { DuckDBConnection } from '@duckdb/node-api';
import { smallRowsJson } from '../../duckdb/index.ts';
import { readingQuery, type TablePlan } from '../plan/table-plan.ts';

/** Rows of one piece of work: four of DuckDB's row groups (122,880 rows), so that a scan skips all the others. */
const rangeRows = 4 * 122_880;

/** The queries that together read a planned table once: ranges of rowids if it is read as it is, else the one query. */
export async function readingQueries(connection: DuckDBConnection, plan: TablePlan): Promise<string[]> {
  if (!plan.whole) return [readingQuery(plan)];
  const [row] = await smallRowsJson(connection, `SELECT max(rowid) AS last FROM ${plan.from}`);
  if (row?.last === null || row?.last === undefined) return [];
  const last = Number(row.last);
  const starts = Array.from({ length: Math.floor(last / rangeRows) + 1 }, (_, index) => index * rangeRows);
  return starts.map((start) => readingQuery(plan, `rowid >= ${start} AND rowid < ${start + rangeRows}`));
}
