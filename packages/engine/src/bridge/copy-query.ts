import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClientBase } from 'pg';
import { FluxionError, quoteIdentifier } from '../base/index.ts';
import { parseDuckType, type PostgresType } from '../catalog/index.ts';
import { streamRaw } from '../duckdb/index.ts';
import { openCopyIn, type CopyIn } from '../postgres/index.ts';
import { CopyBlock, copyHeader, copyTrailer, encoderFor, type ColumnEncoder } from './encode/index.ts';

/** A column of the PostgreSQL table that rows go into. */
export interface CopiedColumn {
  readonly name: string;
  readonly type: PostgresType;
  /** Of an array: the oid of its elements' type, which the array names on the wire. */
  readonly elementOid?: number | undefined;
}

export interface CopyQueryOptions {
  readonly duck: DuckDBConnection;
  readonly client: ClientBase;
  /** A query in DuckDB's SQL, whose columns are those below, in their order. */
  readonly query: string;
  /** The quoted relation that the rows go into. */
  readonly into: string;
  readonly columns: readonly CopiedColumn[];
  /** The relation is new to all other transactions, so that its rows need no freezing later. */
  readonly freeze?: boolean;
  /** Called with each chunk's number of rows. */
  readonly onRows?: (rows: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Moves the rows of a DuckDB query through one binary COPY on `client`, in the client's transaction. Never more than a few
 * blocks are in memory: the socket's back-pressure holds the reading.
 * @returns how many rows there were
 * @throws the server's refusal, or DuckDB's; FluxionError INTERNAL if a column's type has no form on the wire
 */
export async function copyQuery(options: CopyQueryOptions): Promise<number> {
  const { client, into, columns, freeze = false, signal } = options;
  const names = columns.map(({ name }) => quoteIdentifier(name)).join(', ');
  const sql = `COPY ${into} (${names}) FROM STDIN (FORMAT binary${freeze ? ', FREEZE' : ''})`;
  const copy = openCopyIn(client, sql, signal);
  try {
    await copy.write(copyHeader);
    const rows = await sendRows(options, copy);
    await copy.write(copyTrailer);
    await copy.end();
    return rows;
  } catch (error) {
    throw (await copy.abort()) ?? error;
  }
}

async function sendRows({ duck, query, columns, into, onRows }: CopyQueryOptions, copy: CopyIn): Promise<number> {
  const stream = await streamRaw(duck, query);
  const block = new CopyBlock(encodersOf(stream.columnTypes.map(String), columns, into));
  let rows = 0;
  for await (const chunk of stream.chunks()) {
    for (const full of block.add(chunk)) if (await copy.write(full)) block.giveBack(full);
    rows += chunk.rowCount;
    onRows?.(chunk.rowCount);
  }
  const rest = block.take();
  if (rest) await copy.write(rest);
  return rows;
}

/** An encoder for each column, by the types that DuckDB says it sends. */
function encodersOf(types: readonly string[], columns: readonly CopiedColumn[], into: string): ColumnEncoder[] {
  return columns.map(({ name, type, elementOid }, index) => {
    const sent = types[index] ?? '';
    const encoder = encoderFor(parseDuckType(sent), type, elementOid);
    if (!encoder) throw new FluxionError('INTERNAL', `${into}: column ${name} of type ${sent} has no encoder.`);
    return encoder;
  });
}
