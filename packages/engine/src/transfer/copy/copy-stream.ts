import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { quoteIdentifier } from '../../base/index.ts';
import { streamRaw } from '../../duckdb/index.ts';
import { openCopyIn, type CopyIn } from '../../postgres/index.ts';
import { CopyBlock, copyHeader, copyTrailer } from '../encode/index.ts';
import { readingQuery, writtenColumns, type ColumnPlan, type TablePlan } from '../plan/table-plan.ts';
import { elementOids, encodersOf, type ElementOids } from './encoders.ts';

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

/**
 * Moves rows through one binary COPY on `client`, in the client's transaction. Never more than a few blocks are in memory:
 * the socket's back-pressure holds the reading.
 */
export async function copyRows(context: CopyStreamContext): Promise<void> {
  const { client, plan, into, freeze, signal } = context;
  const columns = writtenColumns(plan);
  const names = columns.map(({ target }) => quoteIdentifier(target)).join(', ');
  const sql = `COPY ${into} (${names}) FROM STDIN (FORMAT binary${freeze ? ', FREEZE' : ''})`;
  const oids = await elementOids(client, columns);
  const copy = openCopyIn(client, sql, signal);
  try {
    await copy.write(copyHeader);
    await sendRows(context, columns, oids, copy);
    await copy.write(copyTrailer);
    await copy.end();
  } catch (error) {
    throw (await copy.abort()) ?? error;
  }
}

async function sendRows(
  context: CopyStreamContext,
  columns: readonly ColumnPlan[],
  oids: ElementOids,
  copy: CopyIn,
): Promise<void> {
  const { duck, plan, where, onRows } = context;
  const stream = await streamRaw(duck, readingQuery(plan, where, columns));
  const block = new CopyBlock(encodersOf(stream.columnTypes.map(String), columns, oids, plan.target.name));
  for await (const chunk of stream.chunks()) {
    for (const full of block.add(chunk)) if (await copy.write(full)) block.giveBack(full);
    onRows(chunk.rowCount);
  }
  const rest = block.take();
  if (rest) await copy.write(rest);
}
