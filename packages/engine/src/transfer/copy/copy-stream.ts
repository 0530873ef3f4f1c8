import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { FluxionError, quoteIdentifier } from '../../base/index.ts';
import { parseDuckType } from '../../catalog/index.ts';
import { streamRaw } from '../../duckdb/index.ts';
import { openCopyIn, type CopyIn } from '../../postgres/index.ts';
import { CopyBlock, copyHeader, copyTrailer, encoderFor, type ColumnEncoder } from '../encode/index.ts';
import { targetName, type TablePlan } from '../plan/table-plan.ts';

export interface CopyStreamContext {
  readonly duck: DuckDBConnection;
  readonly client: ClientBase;
  readonly plan: TablePlan;
  /** Called with each chunk's number of rows. */
  readonly onRows: (rows: number) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * Moves what `next` gives, query after query, through one binary COPY on `client`, in the client's transaction.
 * Never more than a few blocks are in memory: the socket's back-pressure holds the reading.
 */
export async function copyThroughOneStream(context: CopyStreamContext, next: () => string | undefined): Promise<void> {
  const { client, plan, signal } = context;
  const columns = plan.columns.map(({ target }) => quoteIdentifier(target)).join(', ');
  const copy = openCopyIn(client, `COPY ${targetName(plan)} (${columns}) FROM STDIN (FORMAT binary)`, signal);
  try {
    await copy.write(copyHeader);
    for (let sql = next(); sql !== undefined; sql = next()) await copyQuery(context, sql, copy);
    await copy.write(copyTrailer);
    await copy.end();
  } catch (error) {
    throw (await copy.abort()) ?? error;
  }
}

async function copyQuery({ duck, plan, onRows }: CopyStreamContext, sql: string, copy: CopyIn): Promise<void> {
  const stream = await streamRaw(duck, sql);
  const block = new CopyBlock(encodersOf(stream.columnTypes.map(String), plan));
  for await (const chunk of stream.chunks()) {
    for (const full of block.add(chunk)) if (await copy.write(full)) block.giveBack(full);
    onRows(chunk.rowCount);
  }
  const rest = block.take();
  if (rest) await copy.write(rest);
}

function encodersOf(types: readonly string[], plan: TablePlan): ColumnEncoder[] {
  return types.map((type, index) => {
    const column = plan.columns[index];
    const encoder = column && encoderFor(parseDuckType(type), column.type.name);
    if (!encoder)
      throw new FluxionError('INTERNAL', `${plan.target.name}: column ${column?.name} of type ${type} has no encoder.`);
    return encoder;
  });
}
