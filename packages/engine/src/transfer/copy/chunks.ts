import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { smallRowsJson } from '../../duckdb/index.ts';
import { targetName, type TablePlan } from '../plan/table-plan.ts';
import { daysOf, dayColumnOf, type DayColumn } from './days.ts';

/** A piece of a table: the ledger knows of each whether it is copied, and what the file held there. */
export interface Chunk {
  /** Tells it from the table's other pieces; the same for the same file and target. */
  readonly id: string;
  /** The condition in DuckDB's SQL, on what the plan reads from, that selects its rows; undefined: all of them. */
  readonly where: string | undefined;
  /** The quoted relation that its rows go into: the table or one of its partitions. */
  readonly into: string;
  /** How many rows it has; undefined: nobody has counted. */
  readonly rows?: number;
}

/** How a table is divided. */
export interface Division {
  readonly chunks: readonly Chunk[];
  /** The chunks are this column's days, in their order, and what is of no partition; undefined: they are others. */
  readonly column?: DayColumn;
}

/** Rows of one piece: four of DuckDB's row groups (122,880 rows), so that a scan skips all the others. */
const chunkRows = 4 * 122_880;

/**
 * Divides a planned table: by days if the target's partitions are ranges of dates, so that rows go straight into those and
 * little is copied again where little changes; else by ranges of rowids if it is read as it is; else it is one piece.
 */
export async function divide(duck: DuckDBConnection, client: ClientBase, plan: TablePlan): Promise<Division> {
  const column = await dayColumnOf(client, plan);
  if (column) return { column, chunks: await daysOf(duck, plan, column) };
  const into = targetName(plan);
  if (!plan.whole) return { chunks: [{ id: 'all', where: undefined, into }] };
  const [row] = await smallRowsJson(duck, `SELECT max(rowid) AS last FROM ${plan.from}`);
  if (row?.last === null || row?.last === undefined) return { chunks: [] };
  const starts = Array.from({ length: Math.floor(Number(row.last) / chunkRows) + 1 }, (_, index) => index * chunkRows);
  const chunks = starts.map((start) => ({
    id: `rows ${start}`,
    where: `rowid >= ${start} AND rowid < ${start + chunkRows}`,
    into,
  }));
  return { chunks };
}
