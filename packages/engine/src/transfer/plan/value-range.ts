import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteIdentifier } from '../../base/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import { readingQuery, readingSource, type TablePlan } from './table-plan.ts';

/** The least and the most value of a column of what a plan reads, as text; undefined if there is none. */
export async function valueRange(
  duck: DuckDBConnection,
  plan: TablePlan,
  column: string,
): Promise<{ min: string; max: string } | undefined> {
  const name = quoteIdentifier(column);
  const [row] = await smallRowsJson(
    duck,
    `SELECT min(${name})::VARCHAR AS least, max(${name})::VARCHAR AS most FROM (${readingQuery(plan)})`,
  );
  return row && row.least !== null ? { min: String(row.least), max: String(row.most) } : undefined;
}

/** How many rows a plan reads. */
export async function rowCount(duck: DuckDBConnection, plan: TablePlan): Promise<number> {
  const [row] = await smallRowsJson(duck, `SELECT count(*) AS n ${readingSource(plan)}`);
  return Number(row?.n);
}
