import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { FluxionError, quoteIdentifier } from '../../base/index.ts';
import { parseDuckType } from '../../catalog/index.ts';
import { streamRaw } from '../../duckdb/index.ts';
import { openCopyIn, type CopyIn } from '../../postgres/index.ts';
import { CopyBlock, copyHeader, copyTrailer, encoderFor, type ColumnEncoder } from '../encode/index.ts';
import { readingQuery, writtenColumns, type ColumnPlan, type TablePlan } from '../plan/table-plan.ts';

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
  const copy = openCopyIn(client, sql, signal);
  try {
    await copy.write(copyHeader);
    await sendRows(context, columns, copy);
    await copy.write(copyTrailer);
    await copy.end();
  } catch (error) {
    throw (await copy.abort()) ?? error;
  }
}

async function sendRows(context: CopyStreamContext, columns: readonly ColumnPlan[], copy: CopyIn): Promise<void> {
  const { duck, plan, where, onRows } = context;
  const stream = await streamRaw(duck, readingQuery(plan, where, columns));
  const block = new CopyBlock(encodersOf(stream.columnTypes.map(String), columns, plan.target.name));
  for await (const chunk of stream.chunks()) {
    for (const full of block.add(chunk)) if (await copy.write(full)) block.giveBack(full);
    onRows(chunk.rowCount);
  }
  const rest = block.take();
  if (rest) await copy.write(rest);
}

function encodersOf(types: readonly string[], columns: readonly ColumnPlan[], table: string): ColumnEncoder[] {
  return columns.map((column, index) => {
    const type = types[index] ?? '';
    const encoder = encoderFor(parseDuckType(type), column.type.name);
    if (!encoder) {
      throw new FluxionError('INTERNAL', `${table}: column ${column.name} of type ${type} has no encoder.`);
    }
    return encoder;
  });
}
