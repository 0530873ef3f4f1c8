import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { quoteIdentifier } from '../../base/index.ts';
import { smallRowsJson } from '../../duckdb/index.ts';
import { datePartitions, type DatePartition } from '../../postgres/index.ts';
import { targetName, type TablePlan } from '../plan/table-plan.ts';

/** A piece of a table that is copied in one transaction, with its entry in the ledger. */
export interface Chunk {
  /** Tells it from the table's other pieces; the same for the same file and target. */
  readonly id: string;
  /** The condition in DuckDB's SQL, on what the plan reads from, that selects its rows; undefined: all of them. */
  readonly where: string | undefined;
  /** The quoted relation that its rows go into: the table or one of its partitions. */
  readonly into: string;
  /** No other piece goes into that relation: if it is empty, its rows may be written frozen. */
  readonly alone: boolean;
}

/** Rows of one piece: four of DuckDB's row groups (122,880 rows), so that a scan skips all the others. */
const chunkRows = 4 * 122_880;

/**
 * Divides a planned table: by the target's partitions where those are ranges of dates, so that rows go straight into
 * them; else by ranges of rowids if it is read as it is; else it is one piece.
 */
export async function chunksOf(duck: DuckDBConnection, client: ClientBase, plan: TablePlan): Promise<Chunk[]> {
  const byPartition = await partitionChunks(client, plan);
  if (byPartition) return byPartition;
  const into = targetName(plan);
  if (!plan.whole) return [{ id: 'all', where: undefined, into, alone: true }];
  const [row] = await smallRowsJson(duck, `SELECT max(rowid) AS last FROM ${plan.from}`);
  if (row?.last === null || row?.last === undefined) return [];
  const starts = Array.from({ length: Math.floor(Number(row.last) / chunkRows) + 1 }, (_, index) => index * chunkRows);
  return starts.map((start) => ({
    id: `rows ${start}`,
    where: `rowid >= ${start} AND rowid < ${start + chunkRows}`,
    into,
    alone: starts.length === 1,
  }));
}

async function partitionChunks(client: ClientBase, plan: TablePlan): Promise<Chunk[] | undefined> {
  if (plan.action !== 'fill') return undefined;
  const partitions = await datePartitions(client, targetName(plan));
  const column = plan.columns.find(({ target }) => target === partitions?.column);
  if (!partitions || column?.duckType.id !== 'DATE') return undefined;
  const name = quoteIdentifier(column.name);
  const chunks = partitions.ranges.map((range): Chunk => {
    const where = within(name, range);
    return { id: `${range.from} to ${range.to}`, where, into: range.partition, alone: true };
  });
  // Through the parent: what no range holds is for the default partition, or for PostgreSQL to refuse.
  const rest = `(${chunks.map(({ where }) => `(${where})`).join(' OR ')}) IS NOT TRUE`;
  const where = chunks.length === 0 ? undefined : rest;
  return [...chunks, { id: 'rest', where, into: targetName(plan), alone: false }];
}

function within(name: string, { from, to }: DatePartition): string {
  const bounds = [from === null ? [] : `${name} >= DATE '${from}'`, to === null ? [] : `${name} < DATE '${to}'`].flat();
  return bounds.length === 0 ? `${name} IS NOT NULL` : bounds.join(' AND ');
}
